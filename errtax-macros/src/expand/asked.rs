//! What an enum is asked as it stands, not erased: the two questions of `dyn ServiceError`.

use proc_macro2::TokenStream;
use quote::quote;

use super::service_error;
use crate::model::{Item, Model};

pub(super) fn expand(model: &Model) -> TokenStream {
    let Item { ident, krate, vis, .. } = &model.item;
    let generics = service_error::with_bounds(&model.item);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            /// Whether the error is of class `__C`: its variant's, an ancestor's, or that of the error inside.
            #vis fn is_a<__C: #krate::Class>(&self) -> ::core::primitive::bool {
                #krate::ServiceError::as_dyn(self).is_a::<__C>()
            }
            /// The value itself as a `__T`, or the service error of that type inside.
            #vis fn downcast_ref<__T: #krate::ServiceError>(&self) -> ::core::option::Option<&__T> {
                #krate::ServiceError::as_dyn(self).downcast_ref::<__T>()
            }
        }
    }
}
