//! Where a field's value stands: in `self`, or bound by the pattern of a variant.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use crate::model::{Field, Node};

/// A reference to the field's value.
pub(super) fn of(node: &Node, field: &Field) -> TokenStream {
    let Field { member, .. } = field;
    if node.variant.is_none() {
        return quote!(&self.#member);
    }
    let index = node.fields.iter().position(|each| each.member == *member).unwrap_or_default();
    local(index).into_token_stream()
}

/// What the field of that index is bound to.
pub(super) fn local(index: usize) -> Ident {
    format_ident!("__field{index}")
}

/// The pattern of a variant, its fields bound.
pub(super) fn pattern(node: &Node) -> TokenStream {
    let Node { variant, fields, .. } = node;
    let bound = fields.iter().enumerate().filter(|(_, field)| field.role.is_some()).map(|(index, field)| {
        let (member, local) = (&field.member, local(index));
        quote!(#member: #local,)
    });
    quote!(Self::#variant { #(#bound)* .. })
}
