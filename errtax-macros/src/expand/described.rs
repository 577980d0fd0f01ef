//! What the fields of a class carry, for whoever describes the tree.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, markdown, origin};
use crate::model::{Field, Item, Node, Role};

/// `.with_fields(&[…])`, if there is one with a place in a response.
pub(super) fn expand(item: &Item, node: &Node) -> Option<TokenStream> {
    let Item { krate, generics, .. } = item;
    let fields: Vec<_> = node.fields.iter().filter_map(|field| self::field(item, node, field)).collect();
    // Of a generic class each instantiation has fields of its own.
    let is_one = generics.params.is_empty();
    (is_one && !fields.is_empty()).then(|| quote!(.with_fields(&[#(#krate::__private::described!(#fields)),*])))
}

fn field(item: &Item, node: &Node, field: &Field) -> Option<TokenStream> {
    let origin = origin::expand(item, field.role()?)?;
    let is_written = node.facts.out && matches!(field.role(), Some(Role::Member(_) | Role::Header(_)));
    let has_default = field.default.is_some();
    let (ty, spelled) = (&field.ty, markdown::source(&field.ty));
    let docs = docs::expand(&field.docs).unwrap_or_else(|| quote!(""));
    Some(quote!(#origin, #ty, #spelled, #docs, #is_written, #has_default))
}
