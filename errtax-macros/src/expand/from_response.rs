//! `impl FromResponse` and `TryFrom<ErrorResponse>`: a value of each field, the response itself last.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::{origin, place};
use crate::model::{DefaultValue, Field, Item, Model, Node, Role};

pub(super) fn expand(model: &Model) -> TokenStream {
    let Model { item, node, .. } = model;
    let Item { ident, krate, .. } = item;
    let body = body(item, node);
    quote! {
        #[automatically_derived]
        impl #krate::FromResponse for #ident {
            fn from_response(
                __response: &mut #krate::ErrorResponse,
            ) -> ::core::result::Result<Self, #krate::MemberError> {
                #body
            }
        }
        #[automatically_derived]
        impl ::core::convert::TryFrom<#krate::ErrorResponse> for #ident {
            type Error = #krate::Unfit;
            fn try_from(__response: #krate::ErrorResponse) -> ::core::result::Result<Self, #krate::Unfit> {
                #krate::__private::fit(__response)
            }
        }
    }
}

/// From `__response` to a value of the class, or of the variant that it is.
pub(super) fn body(item: &Item, node: &Node) -> TokenStream {
    // What takes the response comes last: after an error it must be untouched.
    let (last, first): (Vec<_>, Vec<_>) =
        node.fields.iter().enumerate().partition(|(_, field)| field.is_in(&Role::Base) || field.is_in(&Role::Response));
    let values = first.into_iter().chain(last).map(|(index, field)| {
        let local = place::local(index);
        let value = value(item, field);
        quote!(let #local = #value;)
    });
    let inits = node.fields.iter().enumerate().map(|(index, Field { member, .. })| {
        let local = place::local(index);
        quote!(#member: #local)
    });
    let colons = node.variant.as_ref().map(|variant| quote!(::#variant));
    quote! {
        #(#values)*
        ::core::result::Result::Ok(Self #colons { #(#inits),* })
    }
}

fn value(item: &Item, field: &Field) -> TokenStream {
    let Item { krate, .. } = item;
    let Field { ty, .. } = field;
    let origin = match field.role() {
        None => return TokenStream::new(),
        Some(Role::Base) => return or_return(&quote!(#krate::__private::base_from::<#ty, __GUARD>(__response))),
        Some(Role::Response) => return quote!(<#ty as #krate::__private::Kept>::take(__response)),
        Some(Role::Cause) => return quote!(<#ty as #krate::__private::Underneath>::of(__response)),
        Some(Role::RetryAfter) => return retry_after(item, field),
        Some(role) => origin::expand(item, role),
    };
    match default(field) {
        None => or_return(&quote!(#krate::__private::field::<#ty>(__response, #origin))),
        Some(default) => or_return(&quote!(#krate::__private::field_or::<#ty>(__response, #origin, #default))),
    }
}

fn retry_after(item: &Item, field: &Field) -> TokenStream {
    let Item { krate, .. } = item;
    let Field { ty, .. } = field;
    match default(field) {
        None => or_return(&quote!(#krate::__private::retry_after(__response, <#ty as #krate::Delay>::from_delay))),
        Some(default) => {
            quote!(#krate::__private::retry_after_or(__response, <#ty as #krate::Delay>::from_delay, #default))
        }
    }
}

/// What `?` does, without its conversions: they would be compiled for each class.
fn or_return(result: &TokenStream) -> TokenStream {
    quote! {
        match #result {
            ::core::result::Result::Ok(__value) => __value,
            ::core::result::Result::Err(__error) => return ::core::result::Result::Err(__error),
        }
    }
}

/// What gives the default: at `default` itself, or at the function it names.
fn default(field: &Field) -> Option<TokenStream> {
    field.default.as_ref().map(|default| match default {
        DefaultValue::OfType(span) => quote_spanned!(*span=> ::core::default::Default::default),
        DefaultValue::Call(function) => function.to_token_stream(),
    })
}
