//! `impl ServiceError`: only the methods whose answer is not core's own. The vtable stays thin.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Path, parse_quote};

use super::class;
use crate::model::{Field, Item, Node, Role};

pub(super) fn expand(item: &Item, node: &Node) -> TokenStream {
    let Item { ident, krate, .. } = item;
    let mut generics = class::with_static(&item.generics);
    if !generics.params.is_empty() {
        let bounds = parse_quote!(Self: ::core::error::Error + ::core::marker::Send + ::core::marker::Sync);
        generics.make_where_clause().predicates.push(bounds);
    }
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let response = response(item, node);
    let base = base(item, node);
    let own_advice = own_advice(item, node);
    let own_text = own_text(item, node);
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::ServiceError for #ident #ty_generics #where_clause {
            fn taxon(&self) -> &'static #krate::Taxon {
                &__TAXON
            }
            #response
            #base
            #own_advice
            #own_text
        }
    }
}

fn response(item: &Item, node: &Node) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let answer = if let Some(Field { member, ty, .. }) = node.field_in(&Role::Response) {
        quote!(::core::option::Option::Some(<#ty as #krate::__private::Kept>::kept(&self.#member)))
    } else {
        let base = embedded(item, node)?;
        quote!(#base.response())
    };
    Some(quote! {
        fn response(&self) -> ::core::option::Option<&#krate::ErrorResponse> {
            #answer
        }
    })
}

fn base(item: &Item, node: &Node) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let base = embedded(item, node)?;
    Some(quote! {
        fn base(&self) -> ::core::option::Option<&dyn #krate::ServiceError> {
            ::core::option::Option::Some(#base)
        }
    })
}

/// The value in the base's field as a service error.
fn embedded(item: &Item, node: &Node) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let Field { member, .. } = node.field_in(&Role::Base)?;
    Some(quote!(#krate::__private::base::<_, __GUARD>(&self.#member)))
}

fn own_advice(item: &Item, node: &Node) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let ask = node.facts.advise.as_ref().map(|advise| ask(item, advise));
    let said = ask.as_ref().map(|_| quote!(__ask(self)));
    let after = node
        .field_in(&Role::RetryAfter)
        .map(|Field { member, ty, .. }| quote!(<#ty as #krate::Delay>::delay(&self.#member)));
    let answer = match (said, after) {
        (Some(said), None) => said,
        (Some(said), Some(after)) => quote!(#krate::__private::delayed(#said, #after)),
        (None, Some(after)) => quote!(#krate::__private::delayed(::core::option::Option::None, #after)),
        (None, None) => {
            let base = embedded(item, node)?;
            quote!(#base.own_advice())
        }
    };
    Some(quote! {
        fn own_advice(&self) -> ::core::option::Option<#krate::RetryAdvice> {
            #ask
            #answer
        }
    })
}

fn own_text(item: &Item, node: &Node) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let arms: Vec<_> = node.fields.iter().filter_map(|field| arm(item, field)).collect();
    let otherwise = embedded(item, node).map(|base| quote!(#base.own_text(__origin)));
    let answer = match (arms.as_slice(), otherwise) {
        ([], None) => return None,
        ([], Some(otherwise)) => otherwise,
        (arms, otherwise) => {
            let otherwise = otherwise.unwrap_or_else(|| quote!(::core::option::Option::None));
            quote! {
                // It answers where a field's type has no text of its own.
                #[allow(unused_imports)]
                use #krate::__private::NoText as _;
                match __origin {
                    #(#arms)*
                    _ => #otherwise,
                }
            }
        }
    };
    Some(quote! {
        fn own_text(&self, __origin: #krate::Origin<'_>) -> ::core::option::Option<&::core::primitive::str> {
            #answer
        }
    })
}

fn arm(item: &Item, field: &Field) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let Field { member, .. } = field;
    let origin = match field.role()? {
        Role::Message => quote!(Message),
        Role::RequestId => quote!(RequestId),
        Role::Context(key) => quote!(Context(#key)),
        _ => return None,
    };
    Some(quote!(#krate::Origin::#origin => #krate::__private::Text(&self.#member).get(),))
}

/// The function of `retryable = path`, as a pointer: a wrong signature is reported at its name.
fn ask(item: &Item, advise: &Path) -> TokenStream {
    let span = advise.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span());
    let krate = item.krate.at(span);
    // A local is only found under the span it was made with.
    let ask = Ident::new("__ask", Span::call_site());
    quote_spanned! {span=>
        let #ask: fn(&_) -> ::core::option::Option<#krate::RetryAdvice> = #advise;
    }
}
