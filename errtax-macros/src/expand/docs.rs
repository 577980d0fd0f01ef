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
                text.push_str(&undecorated(&line.value()));
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

/// A line without the blank after `///`; a block without its column of stars, as rustdoc reads both.
fn undecorated(comment: &str) -> String {
    let lines: Vec<_> = comment.trim_end().lines().collect();
    let is_block = lines.len() > 1;
    let has_stars = is_block && lines[1..].iter().all(|line| line.trim_start().starts_with('*'));
    let line = |line: &&str| {
        let line = if has_stars { line.trim_start().trim_start_matches('*') } else { line };
        let line = if is_block && !has_stars { line.trim_start() } else { line.strip_prefix(' ').unwrap_or(line) };
        line.trim_end().to_owned()
    };
    let lines: Vec<_> = lines.iter().map(line).collect();
    lines.join("\n").trim_start_matches('\n').to_owned()
}
