//! Values that are words and numbers.

use std::ops::RangeInclusive;

use darling::Result;
use ident_case::RenameRule;
use syn::{Ident, Lit, LitInt};

use super::classes::path;
use super::given::{Given, Value};
use crate::facts::{Fault, Renaming, Retry, Retryable};
use crate::refusal::refusal;

/// A key that says everything itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word;

impl Value for Word {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        matches!(given, Given::Nothing).then_some(Ok(Self))
    }

    fn expected(key: &str) -> String {
        format!("takes no value: write `{key}` alone")
    }
}

/// A status that an error class may have: 400 to 599.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ErrorStatus(pub(crate) u16);

impl Value for ErrorStatus {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let Some(Lit::Int(number)) = given.literal() else { return None };
        Some(status(number, 400..=599, "an error's status").map(Self))
    }

    fn expected(_: &str) -> String {
        "takes a number from 400 to 599: write a plain number, as in `status = 404`".to_owned()
    }
}

/// A number in that range, which is `what`.
pub(super) fn status(number: &LitInt, range: RangeInclusive<u16>, what: &str) -> Result<u16> {
    let (first, last) = (range.start(), range.end());
    if !number.suffix().is_empty() {
        let plain = number.base10_digits();
        return Err(refusal(number.span(), format!("a status has no type behind it: write `{plain}`")));
    }
    match number.base10_parse() {
        Ok(status) if range.contains(&status) => Ok(status),
        _ => Err(refusal(
            number.span(),
            format!("{what} is from {first} to {last}: write one of these, as in `status = 404`"),
        )),
    }
}

impl Value for Fault {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match path(given)?.get_ident()?.to_string().as_str() {
            "client" => Some(Ok(Self::Client)),
            "server" => Some(Ok(Self::Server)),
            _ => None,
        }
    }

    fn expected(_: &str) -> String {
        "is the client's or the server's: write `fault = client` or `fault = server`".to_owned()
    }
}

impl Value for Retry {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            Given::Nothing => Some(Ok(Self::Transient)),
            Given::List(list) => match list.parse_args::<Ident>() {
                Ok(word) if word == "throttling" => Some(Ok(Self::Throttling)),
                Ok(word) => Some(Err(refusal(
                    word.span(),
                    format!("`retryable` does not know `{word}`: write `retryable(throttling)`, or `retryable` alone"),
                ))),
                Err(_) => None,
            },
            Given::Value(_) => match given.literal() {
                Some(Lit::Bool(said)) => Some(Ok(if said.value { Self::Transient } else { Self::Never })),
                _ => None,
            },
        }
    }

    fn expected(_: &str) -> String {
        "of a rule is a word: write `retryable`, `retryable = false` or `retryable(throttling)`".to_owned()
    }
}

impl Value for Retryable {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match path(given) {
            Some(path) if path.is_ident("throttling") => None,
            Some(path) => Some(Ok(Self::Value(path))),
            None => Retry::read(given).map(|retry| retry.map(Self::Class)),
        }
    }

    fn expected(_: &str) -> String {
        "is a word or a function: write `retryable`, `retryable = false`, `retryable(throttling)` or \
         `retryable = path::to::function`"
            .to_owned()
    }
}

impl Value for Renaming {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            Given::Nothing => Some(Ok(Self(RenameRule::None))),
            given => match given.literal() {
                Some(Lit::Str(rule)) => Some(rule.value().parse().map(Self).map_err(|()| {
                    refusal(rule.span(), format!("there is no spelling `{}`: write one of {SPELLINGS}", rule.value()))
                })),
                _ => None,
            },
        }
    }

    fn expected(key: &str) -> String {
        format!("takes a spelling or nothing: write `{key}`, or `{key} = \"…\"` with one of {SPELLINGS}")
    }
}

const SPELLINGS: &str = "`camelCase`, `PascalCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case`, `lowercase`";
