//! A mistake of the user's: what is wrong, at one token, and what to write instead.

use std::fmt::Display;

use darling::Error;
use proc_macro2::{Span, TokenStream};

/// A refusal at one token.
pub(crate) fn refusal(span: Span, message: impl Display) -> Error {
    Error::custom(message).with_span(&span)
}

/// All refusals of one item as `compile_error!`s.
///
/// Every text is ours but one: darling alone knows which keys a receiver has, and so which one was meant. Its
/// sentence is made to end as ours do.
pub(crate) fn write(error: Error) -> TokenStream {
    let errors = error.flatten().into_iter().map(|error| {
        let plain = syn::Error::from(error);
        syn::Error::new(plain.span(), in_our_words(&plain.to_string())).into_compile_error()
    });
    errors.collect()
}

/// Whether the receiver does not have the one key that it was to read.
pub(crate) fn is_unknown_key(error: &Error) -> bool {
    error.clone().flatten().into_iter().any(|error| error.to_string().starts_with(UNKNOWN_KEY))
}

const UNKNOWN_KEY: &str = "Unknown field: ";

fn in_our_words(text: &str) -> String {
    let Some(unknown) = text.strip_prefix(UNKNOWN_KEY) else { return text.to_owned() };
    if let Some((key, meant)) = unknown.split_once(". Did you mean ") {
        format!("there is no key {key} here: did you mean {}?", meant.trim_end_matches('?'))
    } else if let Some((key, known)) = unknown.split_once(". Available values: ") {
        let one_of = if known.contains(", ") { "one of " } else { "" };
        format!("there is no key {key} here: write {one_of}{known}")
    } else {
        format!(
            "there is no key {unknown} here: write `code`, `status`, `service` or another key that the derive lists"
        )
    }
}
