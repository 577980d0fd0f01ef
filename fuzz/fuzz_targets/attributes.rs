//! The derive on any attributes and any item, and the two function-like macros on any tokens: each gives tokens.
//!
//! A proc-macro crate exports nothing that can be called, so that its files are compiled here once more.

#![no_main]
#![allow(unreachable_pub, reason = "the macros' files are not this crate's")]

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;

#[path = "../../errtax-macros/src"]
mod macros {
    pub(crate) mod attrs;
    pub(crate) mod catalog;
    pub(crate) mod catch;
    pub(crate) mod check;
    pub(crate) mod derive;
    pub(crate) mod expand;
    pub(crate) mod facts;
    pub(crate) mod fallback;
    pub(crate) mod model;
    pub(crate) mod refusal;
    pub(crate) mod token;
}
// The files name each other from the root of their crate.
use macros::{attrs, catalog, catch, check, derive, expand, facts, fallback, model, refusal, token};

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let mut line = || lines.next().unwrap_or_default();
    let (class, rule, field) = (line(), line(), line());
    let attributes = format!("#[service_error({class})] #[wire({rule})]");
    expanded(derive::service_error, &format!("{attributes} pub struct Class {{ #[wire({field})] it: Option<u64> }}"));
    expanded(derive::service_error, &format!("pub enum Class {{ {attributes} One(#[wire({field})] u64), Two }}"));
    let item = line();
    expanded(derive::service_error, item);
    expanded(catalog::catalog, &format!("::errtax; {item}"));
    expanded(catch::catch, &format!("::errtax; {item}"));
});

fn expanded(macro_: impl Fn(TokenStream) -> TokenStream, input: &str) {
    let Ok(input) = input.parse::<TokenStream>() else { return };
    // The derive is only ever given an item.
    let _ = macro_(input);
}
