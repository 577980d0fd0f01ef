//! Stub impls after a mistake, so that users see the mistake and not its consequences.

use darling::Error;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, GenericParam, Generics, Path, parse_quote};

use crate::attrs::{self, Glance};
use crate::facts::ClassPath;
use crate::refusal;

/// The refusals, and what other code may ask of a class.
pub(crate) fn expand(input: &DeriveInput, error: Error) -> TokenStream {
    let refusals = refusal::write(error);
    let stubs = stubs(input, &attrs::glance(input));
    quote!(#refusals #stubs)
}

fn stubs(input: &DeriveInput, glance: &Glance) -> TokenStream {
    let krate = glance.krate.clone().unwrap_or_else(|| parse_quote!(::errtax));
    let has_values = match &input.data {
        Data::Struct(_) => !glance.is_category,
        Data::Enum(data) => !data.variants.is_empty(),
        Data::Union(_) => false,
    };
    let class = class(input, &krate);
    let service_error = has_values.then(|| service_error(input, &krate));
    let is_constructible = matches!(input.data, Data::Struct(_)) && has_values && !glance.is_local;
    let from_response = (is_constructible && input.generics.params.is_empty()).then(|| from_response(input, &krate));
    // `#[from]` on a response would be a second `TryFrom`.
    let try_from = (!glance.has_from).then(|| from_response.as_ref().map(|_| try_from(input, &krate)));
    let is_enum = matches!(input.data, Data::Enum(_)) && has_values;
    let asked = is_enum.then(|| asked(input, &krate));
    // thiserror's own `From<errtax::Error>` would be the second.
    let from_error = glance.rest.as_ref().filter(|_| !glance.has_from).map(|_| from_error(input, &krate));
    let mentions = input.generics.params.is_empty().then(|| mentions(input, glance, &krate));
    quote! {
        #[allow(dead_code, deprecated, unused_qualifications)]
        const _: () = {
            #class
            #service_error
            #from_response
            #try_from
            #asked
            #from_error
            #mentions
        };
    }
}

/// What the attributes name, so that its import is not called unused.
fn mentions(input: &DeriveInput, glance: &Glance, krate: &Path) -> TokenStream {
    let classes = glance.classes.iter().zip(0_usize..).map(|(ClassPath(class), index)| {
        let mention = format_ident!("__Mention{index}");
        quote!(type #mention = #class;)
    });
    let ident = &input.ident;
    // `Self::…` needs no import.
    let is_imported = |function: &Path| function.segments.first().is_some_and(|segment| segment.ident != "Self");
    let advise = glance
        .advise
        .iter()
        .filter(|advise| is_imported(advise))
        .map(|advise| quote!(let _: fn(&Self) -> ::core::option::Option<#krate::RetryAdvice> = #advise;));
    let defaults = glance.defaults.iter().filter(|(_, default)| is_imported(default));
    let defaults = defaults.map(|(ty, default)| quote!(let _: fn() -> #ty = #default;));
    let functions: Vec<_> = advise.chain(defaults).collect();
    let mention = (!functions.is_empty()).then(|| {
        quote! {
            #[automatically_derived]
            impl #ident {
                fn __mention() {
                    #(#functions)*
                }
            }
        }
    });
    quote!(#(#classes)* #mention)
}

fn class(input: &DeriveInput, krate: &Path) -> TokenStream {
    let generics = with_static(&input.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let ident = &input.ident;
    quote! {
        static __TAXON: #krate::Taxon = #krate::Taxon::new("", "", &[&__TAXON]);
        #[automatically_derived]
        impl #impl_generics #krate::Class for #ident #ty_generics #where_clause {
            const TAXON: &'static #krate::Taxon = &__TAXON;
        }
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            #[doc(hidden)]
            pub const TAXON: &'static #krate::Taxon = &__TAXON;
        }
    }
}

fn service_error(input: &DeriveInput, krate: &Path) -> TokenStream {
    let mut generics = with_static(&input.generics);
    if !generics.params.is_empty() {
        let bounds = parse_quote!(Self: ::core::error::Error + ::core::marker::Send + ::core::marker::Sync);
        generics.make_where_clause().predicates.push(bounds);
    }
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let ident = &input.ident;
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::ServiceError for #ident #ty_generics #where_clause {
            fn taxon(&self) -> &'static #krate::Taxon {
                &__TAXON
            }
        }
    }
}

/// What an enum is asked without being erased.
fn asked(input: &DeriveInput, krate: &Path) -> TokenStream {
    let generics = with_static(&input.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let ident = &input.ident;
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            #[doc(hidden)]
            pub fn is_a<__C: #krate::Class>(&self) -> ::core::primitive::bool {
                false
            }
            #[doc(hidden)]
            pub fn downcast_ref<__T: #krate::ServiceError>(&self) -> ::core::option::Option<&__T> {
                ::core::option::Option::None
            }
        }
    }
}

fn from_error(input: &DeriveInput, krate: &Path) -> TokenStream {
    let generics = with_static(&input.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let ident = &input.ident;
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#krate::Error> for #ident #ty_generics #where_clause {
            fn from(_: #krate::Error) -> Self {
                ::core::unreachable!()
            }
        }
    }
}

fn from_response(input: &DeriveInput, krate: &Path) -> TokenStream {
    let ident = &input.ident;
    quote! {
        #[automatically_derived]
        impl #krate::FromResponse for #ident {
            fn from_response(_: &mut #krate::ErrorResponse) -> ::core::result::Result<Self, #krate::MemberError> {
                ::core::unreachable!()
            }
        }
    }
}

fn try_from(input: &DeriveInput, krate: &Path) -> TokenStream {
    let ident = &input.ident;
    quote! {
        #[automatically_derived]
        impl ::core::convert::TryFrom<#krate::ErrorResponse> for #ident {
            type Error = #krate::Unfit;
            fn try_from(__response: #krate::ErrorResponse) -> ::core::result::Result<Self, #krate::Unfit> {
                #krate::__private::fit(__response)
            }
        }
    }
}

/// A class is `'static`, and so is all that it borrows.
fn with_static(generics: &Generics) -> Generics {
    let mut bounded = generics.clone();
    for param in &mut bounded.params {
        match param {
            GenericParam::Type(param) => param.bounds.push(parse_quote!('static)),
            GenericParam::Lifetime(param) => param.bounds.push(parse_quote!('static)),
            GenericParam::Const(_) => {}
        }
    }
    bounded
}
