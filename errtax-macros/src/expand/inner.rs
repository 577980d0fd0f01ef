//! The service error that an enum's variant holds, what the value is by holding it, and the answers that core would
//! otherwise make of the taxon and the response alone.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Delegate, Item, Model};

/// The methods of a variant that holds a service error; `None` where no variant does.
pub(super) fn expand(model: &Model) -> Option<TokenStream> {
    let Item { krate, .. } = &model.item;
    model.delegates().next()?;
    let inside = model.delegates().map(|Delegate { variant, ty, is_fallback, .. }| {
        let held = if *is_fallback { quote!(Rest) } else { quote!(Delegate) };
        quote!(Self::#variant(__inner) => <#ty as #krate::__private::#held>::as_inner(__inner),)
    });
    let classes = model.classes().next().map(|_| quote!(_ => return ::core::option::Option::None,));
    let handed_on = [
        (quote!(code), quote!(::core::option::Option<&::core::primitive::str>), None),
        (quote!(status), quote!(::core::option::Option<::core::primitive::u16>), None),
        (quote!(fault), quote!(::core::option::Option<#krate::Fault>), None),
        (quote!(retry_advice), quote!(#krate::RetryAdvice), Some(quote!(, #krate::ServiceError::own_advice(self)))),
    ];
    let handed_on = handed_on.into_iter().map(|(method, answer, own)| {
        quote! {
            fn #method(&self) -> #answer {
                match #krate::ServiceError::inner(self) {
                    ::core::option::Option::Some(__inner) => __inner.#method(),
                    ::core::option::Option::None => #krate::__private::#method(
                        #krate::ServiceError::taxon(self),
                        #krate::ServiceError::response(self)
                        #own
                    ),
                }
            }
        }
    });
    Some(quote! {
        fn inner(&self) -> ::core::option::Option<&dyn #krate::ServiceError> {
            ::core::option::Option::Some(match self { #(#inside)* #classes })
        }
        fn is_wrapped_as(&self, __class: &#krate::Taxon) -> ::core::primitive::bool {
            #krate::ServiceError::inner(self)
                .is_some_and(|__inner| __ENUM.is_a(__class) || __inner.is_wrapped_as(__class))
        }
        #(#handed_on)*
    })
}
