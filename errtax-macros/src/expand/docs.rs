//! The doc comment as one string.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, Lit};

/// The lines of the doc comment as one expression; `None` where there is none.
///
/// A line may be an expression itself, such as `include_str!("class.md")`.
pub(super) fn expand(docs: &[Expr]) -> Option<TokenStream> {
    let mut parts: Vec<TokenStream> = Vec::new();
    let mut text = String::new();
    for (line, index) in docs.iter().zip(0..) {
        if index > 0 {
            text.push('\n');
        }
        match line {
            Expr::Lit(syn::ExprLit { lit: Lit::Str(line), .. }) => {
                let line = line.value();
                text.push_str(line.strip_prefix(' ').unwrap_or(&line));
            }
            line => {
                parts.push(std::mem::take(&mut text).into_token_stream());
                parts.push(line.to_token_stream());
            }
        }
    }
    match (docs, parts.as_slice()) {
        ([], _) => None,
        (_, []) => Some(quote!(#text)),
        _ => Some(quote!(::core::concat!(#(#parts,)* #text))),
    }
}
