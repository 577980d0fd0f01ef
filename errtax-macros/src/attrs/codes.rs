//! The codes of a rule: one or several, exact or a prefix.

use darling::Result;
use proc_macro2::Span;
use syn::{Lit, LitStr, Token, punctuated::Punctuated};

use super::given::{Given, Value};
use crate::{facts::Code, refusal::refusal};

/// The class's own name on the wire: never a prefix, since it is also written.
#[derive(Clone, Debug)]
pub(crate) struct OwnCode(pub(crate) String);

impl Value for OwnCode {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let Some(Lit::Str(text)) = given.literal() else { return None };
        Some(code(text).and_then(|code| match code {
            Code::Exact(code) => Ok(Self(code)),
            Code::Prefix(_) => Err(refusal(
                text.span(),
                format!(
                    "the class's own code is one code, not a prefix: write `#[wire(code = {})]` on the type for all \
                     codes that begin so",
                    text.token(),
                ),
            )),
        }))
    }

    fn expected(_: &str) -> String {
        "takes one string: write `code = \"…\"`; further codes go into `#[wire(code(\"…\", …))]`".to_owned()
    }
}

/// Each code of a rule, where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Codes(pub(crate) Vec<(Code, Span)>);

impl Value for Codes {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            Given::List(list) => {
                let codes = list.parse_args_with(Punctuated::<LitStr, Token![,]>::parse_terminated);
                match codes {
                    Ok(codes) if codes.is_empty() => None,
                    Ok(codes) => Some(all(&codes)),
                    Err(error) => Some(Err(refusal(error.span(), format!("`code` {}", Self::expected("code"))))),
                }
            }
            given => match given.literal() {
                Some(Lit::Str(text)) => Some(code(text).map(|code| Self(vec![(code, text.span())]))),
                _ => None,
            },
        }
    }

    fn expected(_: &str) -> String {
        "takes strings: write `code = \"…\"`, or `code(\"…\", \"…\")` for several".to_owned()
    }
}

fn all(codes: &Punctuated<LitStr, Token![,]>) -> Result<Codes> {
    let mut errors = darling::Error::accumulator();
    let codes = codes.iter().filter_map(|text| errors.handle(code(text)).map(|code| (code, text.span()))).collect();
    errors.finish_with(Codes(codes))
}

fn code(text: &LitStr) -> Result<Code> {
    let value = text.value();
    match value.strip_suffix('*') {
        Some("") => {
            Err(refusal(text.span(), "`\"*\"` would be every code: write `fallback` for what nothing else claims"))
        }
        Some(prefix) => Ok(Code::Prefix(prefix.to_owned())),
        None if value.is_empty() => {
            Err(refusal(text.span(), "an empty code is never sent: write the code as the service sends it"))
        }
        None => Ok(Code::Exact(value)),
    }
}
