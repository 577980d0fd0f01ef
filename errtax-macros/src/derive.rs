//! The pipeline.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::{attrs, check, expand, fallback};

/// Reads the attributes, checks them, writes the impls; after a mistake, the refusals and stub impls.
///
/// `is_described`: a class also states what its fields carry, for whoever describes the tree.
pub(crate) fn service_error(input: TokenStream, is_described: bool) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let (item, errors) = attrs::read(&input);
    match check::check(item, errors) {
        Ok(model) => expand::expand(&model, is_described),
        Err(error) => fallback::expand(&input, error),
    }
}
