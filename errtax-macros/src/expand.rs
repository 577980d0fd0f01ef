//! The impls, one per file. Infallible: a model that exists is right.

mod asked;
mod class;
mod described;
mod docs;
mod facts_table;
mod fields_table;
mod from_error;
mod from_response;
mod inner;
mod krate;
mod markdown;
mod origin;
mod own_members;
mod page;
mod place;
mod rules;
mod service_error;
mod taxon;
mod variants_table;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Kind, Model};

/// One block. In it, and nowhere else, stand the names that the derive makes up.
pub(crate) fn expand(model: &Model, is_described: bool) -> TokenStream {
    let kind = model.node.kind;
    let taxon = taxon::expand(model);
    let class = class::expand(model, is_described);
    let page = page::expand(model);
    let service_error = (kind != Kind::Category).then(|| service_error::expand(model));
    let from_response = (kind == Kind::Constructible).then(|| from_response::expand(model));
    let asked = (kind == Kind::Enum).then(|| asked::expand(model));
    let from_error = from_error::expand(model);
    quote! {
        // Deriving is no use of a deprecated class; and what stands at a token of the user's is linted as if it were
        // the user's own.
        #[allow(deprecated, unused_qualifications)]
        const _: () = {
            #taxon
            #class
            #service_error
            #from_response
            #asked
            #from_error
            #page
        };
    }
}
