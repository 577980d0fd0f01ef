//! The one token of something at which to point.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Path;

/// The span of a path's last segment.
pub(crate) fn last_of(path: &Path) -> Span {
    path.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span())
}

/// The first visible token, so that a span is the same on stable and nightly.
pub(crate) fn first_token(tokens: &impl ToTokens) -> Span {
    first_of(tokens.to_token_stream()).unwrap_or_else(Span::call_site)
}

pub(crate) fn first_of(tokens: TokenStream) -> Option<Span> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => first_of(group.stream()),
        TokenTree::Group(group) => Some(group.span_open()),
        token => Some(token.span()),
    })
}
