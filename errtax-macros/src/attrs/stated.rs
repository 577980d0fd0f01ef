//! All attributes of one name, read as one list of keys: what can be read is, whatever else is wrong.

use std::slice;

use darling::{Error, FromMeta, ast::NestedMeta, error::Accumulator};
use syn::Attribute;

use super::items;

/// What attributes of one name state.
pub(crate) struct Stated<K> {
    pub(crate) keys: K,
    /// Nothing was refused: what is not stated here is meant not to be.
    pub(crate) is_whole: bool,
}

/// Reads `attrs` into a receiver, and leaves out what is refused.
pub(super) fn stated<'a, K: FromMeta + Default>(
    attrs: impl IntoIterator<Item = &'a Attribute>,
    errors: &mut Accumulator,
) -> Stated<K> {
    let mut refused = Error::accumulator();
    let items = attrs.into_iter().flat_map(|attr| items::of(attr, &mut refused)).collect();
    let items: Vec<NestedMeta> = items::once_each(items, &mut refused)
        .into_iter()
        .filter(|item| refused.handle(K::from_list(slice::from_ref(item))).is_some())
        .collect();
    let keys = refused.handle(K::from_list(&items)).unwrap_or_default();
    Stated { keys, is_whole: errors.handle(refused.finish()).is_some() }
}
