//! The class's page in the documentation, and its node as an associated constant.

use proc_macro2::TokenStream;
use quote::quote;

use super::{class, facts_table, fields_table, variants_table};
use crate::model::{Item, Kind, Model, Node};

/// An inherent impl, since its doc comment is the one place in rustdoc where a derive can say something.
pub(super) fn expand(model: &Model) -> TokenStream {
    let Model { item, node, .. } = model;
    let Item { ident, krate, vis, .. } = item;
    let generics = class::with_static(&item.generics);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let page = match variants_table::write(model) {
        Some(variants) => {
            format!("{}\n\nIts variants, each a class below it or another error's place:\n\n{variants}", page(node))
        }
        None => page(node),
    };
    quote! {
        #[doc = #page]
        #[automatically_derived]
        // Most callers ask a value; and whether a parent is public, so that a link to it leads anywhere, only the
        // compiler knows.
        #[allow(dead_code, rustdoc::private_intra_doc_links)]
        impl #impl_generics #ident #ty_generics #where_clause {
            /// The class's node of the tree.
            #vis const TAXON: &'static #krate::Taxon = &__TAXON;
        }
    }
}

fn page(node: &Node) -> String {
    let facts = facts_table::write(node);
    let caught = caught(node);
    match fields_table::write(node) {
        Some(fields) => format!("The class in its tree:\n\n{facts}\n{caught}\n\nIts fields on the wire:\n\n{fields}"),
        None => format!("The class in its tree:\n\n{facts}\n{caught}"),
    }
}

/// How a caller asks for the class.
fn caught(node: &Node) -> String {
    let name = &node.name;
    match node.kind {
        Kind::Category => format!("An error is one of these where `error.is_a::<{name}>()`."),
        Kind::Enum => format!(
            "An error is one of these, or of a class below it, where `error.is_a::<{name}>()`; its value, to `match` \
             on, is `error.downcast_ref::<{name}>()`."
        ),
        Kind::Constructible | Kind::Local | Kind::Opaque => format!(
            "An error is one of these, or of a class below it, where `error.is_a::<{name}>()`; \
             its value is `error.downcast_ref::<{name}>()`."
        ),
    }
}
