//! `#[derive(ServiceError)]`. Use the [errtax](https://docs.rs/errtax) crate: it re-exports this one.
//!
//! A room imports only what stands before it, or the data it produces:
//!
//! ```text
//! tokens → attrs → check → model → expand/*
//!                     └→ fallback
//! ```

#![forbid(unsafe_code)]

mod attrs;
mod catalog;
mod catch;
mod check;
mod derive;
mod expand;
mod facts;
mod fallback;
mod model;
mod refusal;
#[cfg(test)]
mod tests;
mod token;

use proc_macro::TokenStream;

#[doc = include_str!("grammar.md")]
#[proc_macro_derive(ServiceError, attributes(service_error, wire))]
pub fn service_error(input: TokenStream) -> TokenStream {
    derive::service_error(input.into(), cfg!(feature = "describe")).into()
}

/// What `errtax::catalog!` calls with the path under which errtax is known there.
#[doc(hidden)]
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog::catalog(input.into()).into()
}

/// What `errtax::catch!` calls with the path under which errtax is known there.
#[doc(hidden)]
#[proc_macro]
pub fn catch(input: TokenStream) -> TokenStream {
    catch::catch(input.into()).into()
}
