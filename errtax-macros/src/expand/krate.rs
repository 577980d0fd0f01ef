//! The path of `errtax`, anywhere and at one token of the user's.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use crate::facts::Krate;

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.as_ref().map_or_else(|| quote!(::errtax), ToTokens::to_token_stream));
    }
}

impl Krate {
    /// The path where a diagnostic is to point. It resolves as before: `$crate` must.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        let Some(path) = &self.0 else { return quote_spanned!(span=> ::errtax) };
        let tokens = path.to_token_stream().into_iter().map(|mut token| {
            token.set_span(span.resolved_at(token.span()));
            token
        });
        tokens.collect()
    }
}
