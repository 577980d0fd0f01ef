//! The place in a response that a role names, as core spells it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Item, Role};

/// `None` for what is not one place: the base, the response itself, and the error underneath.
pub(super) fn expand(item: &Item, role: &Role) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let origin = match role {
        Role::Base | Role::Response | Role::Cause => return None,
        Role::Message => quote!(Message),
        Role::RequestId => quote!(RequestId),
        Role::RetryAfter => quote!(RetryAfter),
        Role::Member(name) => quote!(Member(#name)),
        Role::Header(name) => quote!(Header(#name)),
        Role::Context(key) => quote!(Context(#key)),
    };
    Some(quote!(#krate::Origin::#origin))
}
