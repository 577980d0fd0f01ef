//! All attributes of one name, read as one list of keys: what can be read is, whatever else is wrong.

use std::slice;

use darling::{Error, FromMeta, Result, ast::NestedMeta, error::Accumulator};
use syn::{Attribute, Ident, Meta};

use super::{items, keys::Keys};
use crate::refusal::{is_unknown_key, refusal};

/// What attributes of one name state.
pub(crate) struct Stated<K> {
    pub(crate) keys: K,
    /// Nothing was refused: what is not stated here is meant not to be.
    pub(crate) is_whole: bool,
    /// There is no such attribute.
    pub(crate) is_absent: bool,
}

/// Reads `attrs` into a receiver, and leaves out what is refused.
pub(super) fn stated<'a, K: Keys>(
    attrs: impl IntoIterator<Item = &'a Attribute>,
    errors: &mut Accumulator,
) -> Stated<K> {
    let mut refused = Error::accumulator();
    let mut attrs = attrs.into_iter().peekable();
    let is_absent = attrs.peek().is_none();
    let items = attrs.flat_map(|attr| items::of(attr, &mut refused)).collect();
    let items: Vec<NestedMeta> = items::once_each(items, &mut refused)
        .into_iter()
        .filter(|item| refused.handle(alone::<K>(item)).is_some())
        .collect();
    let keys = refused.handle(K::from_list(&items)).unwrap_or_default();
    Stated { keys, is_whole: errors.handle(refused.finish()).is_some(), is_absent }
}

/// Reads one item alone.
fn alone<K: Keys>(item: &NestedMeta) -> Result<K> {
    match items::key(item).and_then(|key| Some((key, belongs::<K>(key)?))) {
        Some((key, place)) => Err(refusal(key.span(), format!("there is no key `{key}` here: write it {place}"))),
        None => K::from_list(slice::from_ref(item)),
    }
}

/// Where a key belongs that is not this attribute's.
fn belongs<K: Keys>(key: &Ident) -> Option<String> {
    fn there<K: Keys>(key: &Ident) -> Option<String> {
        has::<K>(key).then(|| format!("in `#[{}(…)]` {}", K::NAME, K::PLACE))
    }
    match has::<K>(key) {
        true => None,
        false if has::<K::Other>(key) => Some(format!("in `#[{}(…)]`", K::Other::NAME)),
        false => there::<K::Elsewhere>(key)
            .map(|there| there + K::OR)
            .or_else(|| there::<<K::Elsewhere as Keys>::Other>(key)),
    }
}

/// Whether an attribute has that key. What is wrong with the value, or with there being none, is another question.
fn has<K: FromMeta>(key: &Ident) -> bool {
    let word = NestedMeta::Meta(Meta::Path(key.clone().into()));
    K::from_list(&[word]).map_or_else(|error| !is_unknown_key(&error), |_| true)
}
