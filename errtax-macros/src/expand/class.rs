//! `impl Class`, and the class's place in the registry.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericParam, Generics, parse_quote};

use super::{described, from_response, rules, taxon};
use crate::model::{Item, Kind, Model, Node};

pub(super) fn expand(model: &Model, is_described: bool) -> TokenStream {
    let Model { item, node, .. } = model;
    let Item { ident, krate, .. } = item;
    let generics = with_static(&item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let rules = rules::expand(item, node, &quote!(&__TAXON));
    let built_by = (node.kind == Kind::Constructible).then(|| quote!(.built_by(#krate::__private::build::<#ident>)));
    let has_values = node.kind != Kind::Category && item.generics.params.is_empty();
    let seen_by = has_values.then(|| quote!(.seen_by(#krate::__private::Cast::of::<#ident>())));
    let variants: Vec<_> =
        model.classes().enumerate().map(|(index, node)| variant(item, node, index, is_described)).collect();
    let variants = (!variants.is_empty()).then(|| quote!(.with_variants(&[#(#variants),*])));
    let new = if node.kind == Kind::Category { quote!(of_category) } else { quote!(new) };
    let fields = is_described.then(|| described::expand(item, node));
    let entry = quote!(#krate::__private::Entry::#new(&__TAXON) #rules #built_by #seen_by #variants #fields);
    let (constant, registered) = if generics.params.is_empty() {
        let constant = quote!(const ENTRY: #krate::__private::Entry = #entry;);
        (Some(constant), quote!(&<#ident as #krate::Class>::ENTRY))
    } else {
        (None, quote!(&#entry))
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Class for #ident #ty_generics #where_clause {
            const TAXON: &'static #krate::Taxon = &__TAXON;
            #constant
        }
        #krate::__private::register!(#registered);
    }
}

/// What the classifier knows of a variant. Only one that it recognises is ever built.
fn variant(item: &Item, node: &Node, index: usize, is_described: bool) -> TokenStream {
    let Item { ident, krate, .. } = item;
    let taxon = taxon::of_variant(index);
    let rules = rules::expand(item, node, &quote!(#taxon));
    let built_by = (node.kind == Kind::Constructible && rules.is_some()).then(|| {
        let body = from_response::body(item, node);
        quote! {
            .built_by(|__response| #krate::__private::build_by::<#ident>(__response, |__response| { #body }))
        }
    });
    let fields = is_described.then(|| described::expand(item, node));
    quote!(#krate::__private::Entry::new(#taxon) #rules #built_by #fields)
}

/// The bounds of every impl: a class is `'static`.
pub(super) fn with_static(generics: &Generics) -> Generics {
    let mut bounded = generics.clone();
    for param in &mut bounded.params {
        if let GenericParam::Type(param) = param {
            param.bounds.push(parse_quote!('static));
        }
    }
    bounded
}
