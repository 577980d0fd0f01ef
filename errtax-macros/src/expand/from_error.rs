//! `impl From<errtax::Error>` for an enum that takes the rest: an error of any class, sorted into the variants.

use proc_macro2::TokenStream;
use quote::quote;

use super::service_error;
use crate::model::{Delegate, Item, Model};

pub(super) fn expand(model: &Model) -> Option<TokenStream> {
    let Item { ident, krate, .. } = &model.item;
    let Delegate { variant: rest, ty: rest_ty, .. } = model.delegates().find(|delegate| delegate.is_fallback)?;
    let generics = service_error::with_bounds(&model.item);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let sorted = model.delegates().filter(|delegate| !delegate.is_fallback);
    let sorted = sorted.map(|Delegate { variant, ty, .. }| {
        quote! {
            let __error = match <#ty as #krate::__private::Delegate>::sorted(__error) {
                ::core::result::Result::Ok(__inner) => return Self::#variant(__inner),
                ::core::result::Result::Err(__error) => __error,
            };
        }
    });
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#krate::Error> for #ident #ty_generics #where_clause {
            fn from(__error: #krate::Error) -> Self {
                let __error = match __error.downcast::<Self>() {
                    ::core::result::Result::Ok(__itself) => return __itself,
                    ::core::result::Result::Err(__error) => __error,
                };
                #(#sorted)*
                Self::#rest(<#rest_ty as #krate::__private::Rest>::of(__error))
            }
        }
    })
}
