//! What the stubs need to know of a type whose attributes may be anything.

use darling::Error;
use syn::{Data, DeriveInput, Path};

use super::{items, keys::ClassKeys, stated::stated};

pub(crate) struct Glance {
    pub(crate) krate: Option<Path>,
    pub(crate) is_category: bool,
    pub(crate) is_local: bool,
    /// A field has thiserror's `#[from]`.
    pub(crate) has_from: bool,
}

/// Looks at `input` without complaining.
pub(crate) fn glance(input: &DeriveInput) -> Glance {
    let mut known = Error::accumulator();
    let keys = stated::<ClassKeys>(items::named(&input.attrs, "service_error"), &mut known).keys;
    drop(known.into_inner());
    let has_from = match &input.data {
        Data::Struct(data) => data.fields.iter().any(|field| items::named(&field.attrs, "from").next().is_some()),
        Data::Enum(_) | Data::Union(_) => false,
    };
    Glance {
        krate: keys.krate.map(|krate| krate.value.0),
        is_category: keys.category.is_some(),
        is_local: keys.local.is_some(),
        has_from,
    }
}
