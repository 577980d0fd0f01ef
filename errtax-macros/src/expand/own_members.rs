//! What a value writes of itself when it is rendered: the members of a class that says `out`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{origin, place};
use crate::model::{Field, Item, Kind, Model, Node, Role};

/// The method; `None` where nothing is written.
pub(super) fn expand(model: &Model) -> Option<TokenStream> {
    let Item { krate, .. } = &model.item;
    let body = if model.node.kind == Kind::Enum { of_variants(model)? } else { of_fields(&model.item, &model.node)? };
    Some(quote! {
        fn own_members(&self, __members: &mut #krate::Members) {
            #body
        }
    })
}

/// The service error that a variant holds writes its own: core asks it.
fn of_variants(model: &Model) -> Option<TokenStream> {
    let arms = model.classes().filter_map(|node| {
        let written = of_fields(&model.item, node)?;
        let pattern = place::pattern(node);
        Some(quote!(#pattern => { #written }))
    });
    let arms: Vec<_> = arms.collect();
    let is_all = arms.len() == model.variants.len();
    let otherwise = (!is_all).then(|| quote!(_ => {}));
    (!arms.is_empty()).then(|| quote!(match self { #(#arms)* #otherwise }))
}

fn of_fields(item: &Item, node: &Node) -> Option<TokenStream> {
    let written: Vec<_> = node.fields.iter().filter_map(|field| of_field(item, node, field)).collect();
    (node.facts.out && !written.is_empty()).then(|| quote!(#(#written)*))
}

/// At the field's type, which must be `Serialize`.
fn of_field(item: &Item, node: &Node, field: &Field) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let origin = match field.role()? {
        role @ (Role::Member(_) | Role::Header(_)) => origin::expand(item, role)?,
        _ => return None,
    };
    let (ty, value) = (&field.ty, place::of(node, field));
    Some(quote!(#krate::__private::write::<#ty>(__members, #origin, #value);))
}
