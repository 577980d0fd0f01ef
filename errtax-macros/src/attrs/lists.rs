//! What a rule has one of or several: statuses, and kinds of transport failures.

use darling::Result;
use proc_macro2::Span;
use syn::parse::Parse;
use syn::{Ident, Lit, MetaList, Token, punctuated::Punctuated};

use super::given::{Given, Value};
use super::words::status;
use crate::{facts::Transport, refusal::refusal};

/// Each status of a rule, 100 to 599, where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Statuses(pub(crate) Vec<(u16, Span)>);

impl Value for Statuses {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let read = |literal: &Lit| match literal {
            Lit::Int(number) => status(number, 100..=599, "a response's status").map(|status| (status, number.span())),
            other => Err(refusal(other.span(), format!("`status` {}", Self::expected("status")))),
        };
        match given {
            Given::List(list) => each(list, read).map(|statuses| statuses.map(Self)),
            given => match given.literal() {
                Some(number @ Lit::Int(_)) => Some(read(number).map(|status| Self(vec![status]))),
                _ => None,
            },
        }
    }

    fn expected(_: &str) -> String {
        "takes numbers from 100 to 599: write plain numbers, as in `status = 404`, or `status(400, 413)` for several"
            .to_owned()
    }
}

/// Each kind of failure of a rule, where it stands; or any.
#[derive(Clone, Debug)]
pub(crate) struct Transports(pub(crate) Vec<(Transport, Span)>);

impl Value for Transports {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            Given::Nothing => Some(Ok(Self(vec![(Transport::Any, Span::call_site())]))),
            Given::List(list) => each(list, kind).map(|kinds| kinds.map(Self)),
            Given::Value(_) => None,
        }
    }

    fn expected(_: &str) -> String {
        format!("takes kinds of failures or nothing: write `transport`, or `transport(…)` with some of {KINDS}")
    }
}

fn kind(word: &Ident) -> Result<(Transport, Span)> {
    let kind = match word.to_string().as_str() {
        "timeout" => Transport::Timeout,
        "connect" => Transport::Connect,
        "dns" => Transport::Dns,
        "tls" => Transport::Tls,
        "credentials" => Transport::Credentials,
        "io" => Transport::Io,
        "build" => Transport::Build,
        "decode" => Transport::Decode,
        "other" => Transport::Other,
        unknown => {
            return Err(refusal(
                word.span(),
                format!("there is no transport failure `{unknown}`: write one of {KINDS}, or `transport` for any"),
            ));
        }
    };
    Ok((kind, word.span()))
}

const KINDS: &str = "`timeout`, `connect`, `dns`, `tls`, `credentials`, `io`, `build`, `decode`, `other`";

/// Each of a list, all mistakes together; `None` where it is empty, or of something else.
fn each<T: Parse, V>(list: &MetaList, read: impl Fn(&T) -> Result<V>) -> Option<Result<Vec<V>>> {
    let values = list.parse_args_with(Punctuated::<T, Token![,]>::parse_terminated).ok()?;
    if values.is_empty() {
        return None;
    }
    let mut errors = darling::Error::accumulator();
    let values = values.iter().filter_map(|value| errors.handle(read(value))).collect();
    Some(errors.finish_with(values))
}
