//! What the fields of a class carry, for whoever describes the tree.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, markdown, origin};
use crate::model::{Field, Item, Node, Role};

/// `.with_fields(&[…])`, if there is one with a place in a response.
pub(super) fn expand(item: &Item, node: &Node) -> Option<TokenStream> {
    let fields: Vec<_> = node.fields.iter().filter_map(|field| self::field(item, node, field)).collect();
    (!fields.is_empty()).then(|| quote!(.with_fields(&[#(#fields),*])))
}

fn field(item: &Item, node: &Node, field: &Field) -> Option<TokenStream> {
    let Item { krate, generics, .. } = item;
    let origin = origin::expand(item, field.role()?)?;
    let is_written = node.facts.out && matches!(field.role(), Some(Role::Member(_) | Role::Header(_)));
    let has_default = field.default.is_some();
    let docs = docs::expand(&field.docs).unwrap_or_else(|| quote!(""));
    let spelled = markdown::source(&field.ty);
    // Of a generic class each instantiation would read something else.
    let ty = generics.params.is_empty().then_some(&field.ty).into_iter();
    Some(quote! {
        #krate::__private::described!(#origin, #spelled, #docs, #is_written, #has_default #(, #ty)*)
    })
}
