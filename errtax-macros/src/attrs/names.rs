//! Values that qualify a code on a wire: URIs of problem types, domains of gRPC's reasons.

use darling::Result;
use syn::{Lit, LitStr};

use super::given::{Given, Value};
use crate::refusal::refusal;

/// What the types of problems begin with, as far as the code.
#[derive(Clone, Debug)]
pub(crate) struct ProblemBase(pub(crate) String);

impl Value for ProblemBase {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let text = text(given)?;
        Some(uri(text).and_then(|uri| {
            if uri.ends_with(['/', '#', ':', '=', '?']) {
                Ok(Self(uri))
            } else {
                Err(refusal(
                    text.span(),
                    format!("the code follows this base without a sign between them: write `\"{uri}/\"`"),
                ))
            }
        }))
    }

    fn expected(_: &str) -> String {
        "takes the URI that all types of problems begin with: write `problem = \"https://example.com/probs/\"`"
            .to_owned()
    }
}

/// The type of one problem.
#[derive(Clone, Debug)]
pub(crate) struct ProblemType(pub(crate) String);

impl Value for ProblemType {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let text = text(given)?;
        Some(uri(text).and_then(|uri| {
            if uri == "about:blank" {
                Err(refusal(
                    text.span(),
                    "a problem of this type is no more than its status: write `status = …` instead",
                ))
            } else {
                Ok(Self(uri))
            }
        }))
    }

    fn expected(_: &str) -> String {
        "takes the URI of one type of problems: write `problem = \"https://example.com/probs/out-of-stock\"`".to_owned()
    }
}

/// The domain in which codes are reasons of gRPC errors.
#[derive(Clone, Debug)]
pub(crate) struct Domain(pub(crate) String);

impl Value for Domain {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let text = text(given)?;
        let value = text.value();
        let is_name = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        Some(if !value.is_empty() && value.chars().all(is_name) {
            Ok(Self(value))
        } else {
            Err(refusal(
                text.span(),
                "no domain has this name: write letters, digits, `-` and `.`, as in `orders.example.com`",
            ))
        })
    }

    fn expected(_: &str) -> String {
        "takes the name under which a gRPC service states its reasons: write `domain = \"orders.example.com\"`"
            .to_owned()
    }
}

fn text<'a>(given: &'a Given<'_>) -> Option<&'a LitStr> {
    match given.literal() {
        Some(Lit::Str(text)) => Some(text),
        _ => None,
    }
}

/// A URI, or a reference to one, in the characters that those have (RFC 3986 §2).
fn uri(text: &LitStr) -> Result<String> {
    let value = text.value();
    let is_of_uri = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    if !value.is_empty() && value.chars().all(is_of_uri) {
        Ok(value)
    } else {
        Err(refusal(
            text.span(),
            "this is no URI: write one as it stands in `type`, such as `https://example.com/probs/`",
        ))
    }
}
