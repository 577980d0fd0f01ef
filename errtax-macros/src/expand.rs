//! The impls, one per file. Infallible: a model that exists is right.

mod class;
mod docs;
mod facts_table;
mod fields_table;
mod from_response;
mod krate;
mod markdown;
mod page;
mod rules;
mod service_error;
mod taxon;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Item, Kind, Model, Node};

/// A block for each node. In it, and nowhere else, stand the names that the derive makes up.
pub(crate) fn expand(model: &Model) -> TokenStream {
    model.nodes.iter().map(|node| block(&model.item, node)).collect()
}

fn block(item: &Item, node: &Node) -> TokenStream {
    let taxon = taxon::expand(item, node);
    let class = class::expand(item, node);
    let page = page::expand(item, node);
    let service_error = (node.kind != Kind::Category).then(|| service_error::expand(item, node));
    let from_response = (node.kind == Kind::Constructible).then(|| from_response::expand(item, node));
    quote! {
        // Deriving is no use of a deprecated class; and what stands at a token of the user's is linted as if it were
        // the user's own.
        #[allow(deprecated, unused_qualifications)]
        const _: () = {
            #taxon
            #class
            #service_error
            #from_response
            #page
        };
    }
}
