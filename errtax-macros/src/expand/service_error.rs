//! `impl ServiceError`: only the methods whose answer is not core's own. The vtable stays thin.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Generics, Ident, Path, parse_quote};

use super::{class, inner, own_members, place, taxon};
use crate::model::{Field, Item, Kind, Model, Node, Role};

pub(super) fn expand(model: &Model) -> TokenStream {
    let Item { ident, krate, .. } = &model.item;
    let generics = with_bounds(&model.item);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let taxon = taxon(model);
    let inner = inner::expand(model);
    let response = answer(model, &response, &quote!(response())).map(|answer| {
        quote! {
            fn response(&self) -> ::core::option::Option<&#krate::ErrorResponse> {
                #answer
            }
        }
    });
    let base = answer(model, &base, &quote!(base())).map(|answer| {
        quote! {
            fn base(&self) -> ::core::option::Option<&dyn #krate::ServiceError> {
                #answer
            }
        }
    });
    let own_advice = answer(model, &own_advice, &quote!(own_advice())).map(|answer| {
        quote! {
            fn own_advice(&self) -> ::core::option::Option<#krate::RetryAdvice> {
                #answer
            }
        }
    });
    let own_text = answer(model, &own_text, &quote!(own_text(__origin))).map(|answer| {
        quote! {
            fn own_text(&self, __origin: #krate::Origin<'_>) -> ::core::option::Option<&::core::primitive::str> {
                #answer
            }
        }
    });
    let own_members = own_members::expand(model);
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::ServiceError for #ident #ty_generics #where_clause {
            fn taxon(&self) -> &'static #krate::Taxon {
                #taxon
            }
            #inner
            #response
            #base
            #own_advice
            #own_text
            #own_members
        }
    }
}

/// The generics of every impl that needs the type to be an error.
pub(super) fn with_bounds(item: &Item) -> Generics {
    let mut generics = class::with_static(&item.generics);
    if !generics.params.is_empty() {
        let bounds = parse_quote!(Self: ::core::error::Error + ::core::marker::Send + ::core::marker::Sync);
        generics.make_where_clause().predicates.push(bounds);
    }
    generics
}

fn taxon(model: &Model) -> TokenStream {
    let Item { krate, .. } = &model.item;
    if model.node.kind != Kind::Enum {
        return quote!(&__TAXON);
    }
    let classes = model.classes().enumerate().map(|(index, Node { variant, .. })| {
        let taxon = taxon::of_variant(index);
        quote!(Self::#variant { .. } => #taxon,)
    });
    let classes: Vec<_> = classes.collect();
    let inside = quote!(#krate::ServiceError::inner(self).map_or(__ENUM, #krate::ServiceError::taxon));
    match (classes.as_slice(), model.delegates().next()) {
        ([], _) => inside,
        (classes, None) => quote!(match self { #(#classes)* }),
        (classes, Some(_)) => quote!(match self { #(#classes)* _ => #inside, }),
    }
}

/// What a value answers: its class, or for an enum the variant's, or the service error inside.
fn answer(
    model: &Model,
    of: &dyn Fn(&Model, &Node) -> Option<TokenStream>,
    handed_on: &TokenStream,
) -> Option<TokenStream> {
    let Item { krate, .. } = &model.item;
    if model.node.kind != Kind::Enum {
        return of(model, &model.node);
    }
    let arms = model.classes().map(|node| {
        let answer = of(model, node)?;
        let pattern = place::pattern(node);
        Some(quote!(#pattern => { #answer }))
    });
    let arms: Vec<_> = arms.collect();
    let is_silent = arms.iter().any(Option::is_none);
    let speaking: Vec<_> = arms.into_iter().flatten().collect();
    // What is silent has nothing inside.
    let inside = model.delegates().next().map(|_| quote!(#krate::ServiceError::inner(self)?.#handed_on));
    match (speaking.as_slice(), inside) {
        ([], inside) => inside,
        (arms, Some(inside)) => Some(quote!(match self { #(#arms)* _ => #inside, })),
        (arms, None) => {
            let otherwise = is_silent.then(|| quote!(_ => ::core::option::Option::None,));
            Some(quote!(match self { #(#arms)* #otherwise }))
        }
    }
}

fn response(model: &Model, node: &Node) -> Option<TokenStream> {
    let Item { krate, .. } = &model.item;
    Some(if let Some(field) = node.field_in(&Role::Response) {
        let (ty, value) = (&field.ty, place::of(node, field));
        quote!(::core::option::Option::Some(<#ty as #krate::__private::Kept>::kept(#value)))
    } else {
        let base = embedded(&model.item, node)?;
        quote!(#base.response())
    })
}

fn base(model: &Model, node: &Node) -> Option<TokenStream> {
    let base = embedded(&model.item, node)?;
    Some(quote!(::core::option::Option::Some(#base)))
}

/// The value in the base's field as a service error.
fn embedded(item: &Item, node: &Node) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let value = place::of(node, node.field_in(&Role::Base)?);
    Some(quote!(#krate::__private::base::<_, __GUARD>(#value)))
}

fn own_advice(model: &Model, node: &Node) -> Option<TokenStream> {
    let Model { item, node: own, .. } = model;
    let Item { krate, .. } = item;
    // The enum's function is asked of the variants that do not speak for themselves.
    let advise = node.facts.advise.as_ref().or(own.facts.advise.as_ref().filter(|_| node.facts.retry.is_none()));
    let ask = advise.map(|advise| ask(item, advise));
    let said = ask.as_ref().map(|_| quote!(__ask(self)));
    let after = node.fields.iter().find(|field| field.is_delay()).map(|field| {
        let (ty, value) = (&field.ty, place::of(node, field));
        if field.delay.is_some() {
            // What the wire says as a number.
            quote!(<#ty as #krate::Seconds>::to_delay(#value))
        } else {
            quote!(<#ty as #krate::Delay>::delay(#value))
        }
    });
    let answer = match (said, after) {
        (Some(said), None) => said,
        (Some(said), Some(after)) => quote!(#krate::__private::delayed(#said, #after)),
        (None, Some(after)) => quote!(#krate::__private::delayed(::core::option::Option::None, #after)),
        (None, None) => {
            let base = embedded(item, node)?;
            quote!(#base.own_advice())
        }
    };
    Some(quote!(#ask #answer))
}

fn own_text(model: &Model, node: &Node) -> Option<TokenStream> {
    let arms: Vec<_> = node.fields.iter().filter_map(|field| arm(&model.item, node, field)).collect();
    let otherwise = embedded(&model.item, node).map(|base| quote!(#base.own_text(__origin)));
    Some(match (arms.as_slice(), otherwise) {
        ([], None) => return None,
        ([], Some(otherwise)) => otherwise,
        (arms, otherwise) => {
            let otherwise = otherwise.unwrap_or_else(|| quote!(::core::option::Option::None));
            quote! {
                match __origin {
                    #(#arms)*
                    _ => #otherwise,
                }
            }
        }
    })
}

fn arm(item: &Item, node: &Node, field: &Field) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let origin = match field.role()? {
        Role::Message => quote!(Message),
        Role::RequestId => quote!(RequestId),
        Role::Context(key) => quote!(Context(#key)),
        _ => return None,
    };
    let value = place::of(node, field);
    Some(quote!(#krate::Origin::#origin => #krate::__private::Text(#value).__own_text(),))
}

/// The function of `retryable = path`, as a pointer: a wrong signature is reported at its name.
fn ask(item: &Item, advise: &Path) -> TokenStream {
    let span = advise.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span());
    let krate = item.krate.at(span);
    // A local is only found under the span it was made with.
    let (ask, itself) = (Ident::new("__ask", Span::call_site()), Ident::new("Self", Span::call_site()));
    quote_spanned! {span=>
        let #ask: fn(&#itself) -> ::core::option::Option<#krate::RetryAdvice> = #advise;
    }
}
