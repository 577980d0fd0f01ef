//! What the stubs need to know of a type whose attributes may be anything.

use darling::Error;
use syn::{Data, DeriveInput, Path, Type};

use super::keys::{ClassKeys, RoleKeys};
use super::{items, stated::stated};
use crate::facts::{ClassPath, Retryable};

pub(crate) struct Glance {
    pub(crate) krate: Option<Path>,
    pub(crate) is_category: bool,
    pub(crate) is_local: bool,
    /// A field has thiserror's `#[from]`.
    pub(crate) has_from: bool,
    /// Classes that the attributes name.
    pub(crate) classes: Vec<ClassPath>,
    /// The function of `retryable = path`.
    pub(crate) advise: Option<Path>,
    /// The functions of `default = path`, and the types of their fields.
    pub(crate) defaults: Vec<(Type, Path)>,
}

/// Looks at `input` without complaining.
pub(crate) fn glance(input: &DeriveInput) -> Glance {
    let mut known = Error::accumulator();
    let keys = stated::<ClassKeys>(items::named(&input.attrs, "service_error"), &mut known).keys;
    let fields = match &input.data {
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Enum(_) | Data::Union(_) => Vec::new(),
    };
    let defaults = fields.iter().filter_map(|field| {
        let keys = stated::<RoleKeys>(items::named(&field.attrs, "wire"), &mut known).keys;
        Some((field.ty.clone(), keys.default?.value.0?))
    });
    let defaults = defaults.collect();
    drop(known.into_inner());
    let parent = keys.parent.map(|parent| parent.value);
    let also = keys.also.map(|also| also.value).unwrap_or_default();
    let advise = keys.retryable.and_then(|retryable| match retryable.value {
        Retryable::Value(advise) => Some(advise),
        Retryable::Class(_) => None,
    });
    Glance {
        krate: keys.krate.map(|krate| krate.value.0),
        is_category: keys.category.is_some(),
        is_local: keys.local.is_some(),
        has_from: fields.iter().any(|field| items::named(&field.attrs, "from").next().is_some()),
        classes: parent.into_iter().chain(also).collect(),
        advise,
        defaults,
    }
}
