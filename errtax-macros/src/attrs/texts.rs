//! Values that are strings.

use darling::Result;
use syn::{Lit, LitStr, Token, punctuated::Punctuated};

use super::given::{Given, Value, ungrouped};
use crate::{facts::Service, refusal::refusal};

/// A string with something in it.
#[derive(Clone, Debug)]
pub(crate) struct Text(pub(crate) String);

impl Value for Text {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let Some(Lit::Str(text)) = given.literal() else { return None };
        Some(match text.value() {
            empty if empty.is_empty() => Err(refusal(text.span(), "an empty string names nothing: write a name in it")),
            text => Ok(Self(text)),
        })
    }

    fn expected(key: &str) -> String {
        format!("takes a string: write `{key} = \"…\"`")
    }
}

/// A string, or nothing where the field's own name will do.
#[derive(Clone, Debug)]
pub(crate) struct Name(pub(crate) Option<String>);

impl Value for Name {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            Given::Nothing => Some(Ok(Self(None))),
            given => Text::read(given).map(|text| text.map(|Text(text)| Self(Some(text)))),
        }
    }

    fn expected(key: &str) -> String {
        format!("takes a string or nothing: write `{key} = \"…\"`, or `{key}` for the field's own name")
    }
}

impl Value for Service {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        if let Given::Value(expr) = given
            && let syn::Expr::Path(path) = ungrouped(expr)
            && path.path.is_ident("any")
        {
            return Some(Ok(Self::Any));
        }
        Text::read(given).map(|text| text.map(|Text(name)| Self::Named(name)))
    }

    fn expected(_: &str) -> String {
        "takes a service's name or `any`: write `service = \"…\"` or `service = any`".to_owned()
    }
}

/// Texts with `{placeholders}`, of which the first that can be filled is shown.
#[derive(Clone, Debug)]
pub(crate) struct Templates(pub(crate) Vec<String>);

impl Value for Templates {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            Given::List(list) => match list.parse_args_with(Punctuated::<LitStr, Token![,]>::parse_terminated) {
                Ok(texts) if texts.is_empty() => None,
                Ok(texts) => Some(templates(&texts)),
                Err(error) => Some(Err(refusal(error.span(), format!("`text` {}", Self::expected("text"))))),
            },
            given => match given.literal() {
                Some(Lit::Str(text)) => Some(template(text).map(|text| Self(vec![text]))),
                _ => None,
            },
        }
    }

    fn expected(_: &str) -> String {
        "takes strings: write `text = \"…\"`, with `{message}`, `{code}`, `{service}` or a context key as \
         placeholders, or `text(\"…\", \"…\")` for the first that has all values"
            .to_owned()
    }
}

fn templates(texts: &Punctuated<LitStr, Token![,]>) -> Result<Templates> {
    let mut errors = darling::Error::accumulator();
    let texts = texts.iter().filter_map(|text| errors.handle(template(text))).collect();
    errors.finish_with(Templates(texts))
}

fn template(text: &LitStr) -> Result<String> {
    let value = text.value();
    match template_mistake(&value) {
        Some(mistake) => Err(refusal(text.span(), mistake)),
        None => Ok(value),
    }
}

fn is_placeholder(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '{' | ':' | '"'))
}

/// The name of a header (RFC 9110 §5.1: a token).
#[derive(Clone, Debug)]
pub(crate) struct HeaderName(pub(crate) String);

impl Value for HeaderName {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let Some(Lit::Str(name)) = given.literal() else { return None };
        let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        Some(match name.value() {
            name if !name.is_empty() && name.chars().all(is_token) => Ok(Self(name)),
            _ => Err(refusal(name.span(), "no header has this name: write letters, digits and `-`, as in `X-Region`")),
        })
    }

    fn expected(_: &str) -> String {
        "takes a string: write `header = \"X-Name\"`".to_owned()
    }
}

/// What is wrong with the braces of a template.
fn template_mistake(text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return Some("an empty text says nothing: write what the error should say, or leave `text` out");
    }
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let brace = &rest[at..];
        rest = if let Some(after) = brace.strip_prefix("{{").or_else(|| brace.strip_prefix("}}")) {
            after
        } else {
            let Some(after) = brace.strip_prefix('{') else {
                return Some("a `}` without its `{`: write `}}` for the brace itself");
            };
            match after.split_once('}') {
                None => return Some("a `{` without its `}`: write `{{` for the brace itself"),
                Some((name, _)) if !is_placeholder(name) => {
                    return Some(
                        "a placeholder is one name, without blanks or a format: write `{message}`, `{code}`, `{service}` or \
                         a key of the context",
                    );
                }
                Some((_, after)) => after,
            }
        };
    }
    None
}
