//! What the stubs need to know of a type whose attributes may be anything.

use darling::Error;
use syn::{Data, DeriveInput, Ident, Path, Type, Variant};

use super::keys::{ClassKeys, RoleKeys, RuleKeys};
use super::{items, stated::stated};
use crate::facts::{ClassPath, Retryable};

pub(crate) struct Glance {
    pub(crate) krate: Option<Path>,
    pub(crate) is_category: bool,
    pub(crate) is_local: bool,
    /// A field has thiserror's `#[from]`.
    pub(crate) has_from: bool,
    /// The variant that takes the rest.
    pub(crate) rest: Option<Ident>,
    /// Classes that the attributes name.
    pub(crate) classes: Vec<ClassPath>,
    /// The functions of `retryable = path`.
    pub(crate) advise: Vec<Path>,
    /// The functions of `default = path`, and the types of their fields.
    pub(crate) defaults: Vec<(Type, Path)>,
}

/// Looks at `input` without complaining.
pub(crate) fn glance(input: &DeriveInput) -> Glance {
    let mut known = Error::accumulator();
    let keys = stated::<ClassKeys>(items::named(&input.attrs, "service_error"), &mut known).keys;
    let (krate, is_category, is_local) =
        (keys.krate.clone().map(|krate| krate.value.0), keys.category.is_some(), keys.local.is_some());
    let mut rest = None;
    let mut all = vec![keys];
    let fields: Vec<_> = match &input.data {
        Data::Struct(data) => data.fields.iter().collect(),
        Data::Enum(data) => {
            let variants = data.variants.iter();
            let keys = variants.map(|variant| stated(items::named(&variant.attrs, "service_error"), &mut known).keys);
            all.extend(keys);
            let takes_rest = |variant: &&Variant| {
                let rules = stated::<RuleKeys>(items::named(&variant.attrs, "wire"), &mut known);
                variant.fields.len() == 1 && rules.keys.fallback.is_some()
            };
            rest = data.variants.iter().find(takes_rest).map(|variant| variant.ident.clone());
            data.variants.iter().flat_map(|variant| &variant.fields).collect()
        }
        Data::Union(_) => Vec::new(),
    };
    let defaults = fields.iter().filter_map(|field| {
        let keys = stated::<RoleKeys>(items::named(&field.attrs, "wire"), &mut known).keys;
        Some((field.ty.clone(), keys.default?.value.0?))
    });
    let defaults = defaults.collect();
    drop(known.into_inner());
    let (mut classes, mut advise) = (Vec::new(), Vec::new());
    for keys in all {
        classes.extend(keys.parent.map(|parent| parent.value));
        classes.extend(keys.also.into_iter().flat_map(|also| also.value));
        advise.extend(keys.retryable.and_then(|retryable| match retryable.value {
            Retryable::Value(advise) => Some(advise),
            Retryable::Class(_) => None,
        }));
    }
    let has_from = fields.iter().any(|field| items::named(&field.attrs, "from").next().is_some());
    Glance { krate, is_category, is_local, has_from, rest, classes, advise, defaults }
}
