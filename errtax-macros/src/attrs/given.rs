//! What stands behind a key, and the one token of it at which to point.

use darling::{Error, FromMeta, Result, ast::NestedMeta};
use quote::ToTokens;
use syn::{Expr, Lit, Meta, MetaList};

use super::items::key;
use crate::token::{first_of, last_of};
use crate::{facts::At, refusal::refusal};

/// What stands behind a key.
pub(super) enum Given<'a> {
    /// `key`
    Nothing,
    /// `key(…)`
    List(&'a MetaList),
    /// `key = …`
    Value(&'a Expr),
}

impl Given<'_> {
    /// The literal, if it is one.
    pub(super) fn literal(&self) -> Option<&Lit> {
        match self {
            Self::Value(Expr::Lit(literal)) => Some(&literal.lit),
            _ => None,
        }
    }
}

/// A value of the grammar.
pub(super) trait Value: Sized {
    /// Reads the value; `None` where something else than such a value is given.
    fn read(given: &Given<'_>) -> Option<Result<Self>>;

    /// What is expected, and what to write: `` takes a string: write `code = "…"` ``.
    fn expected(key: &str) -> String;
}

impl<T: Value> FromMeta for At<T> {
    fn from_meta(item: &Meta) -> Result<Self> {
        let key = last_of(item.path());
        let given = match item {
            Meta::Path(_) => Given::Nothing,
            Meta::List(list) => Given::List(list),
            Meta::NameValue(given) => Given::Value(ungrouped(&given.value)),
        };
        let span = match &given {
            Given::Value(Expr::Path(path)) => last_of(&path.path),
            Given::Value(expr) => first_of(expr.to_token_stream()).unwrap_or(key),
            Given::Nothing | Given::List(_) => key,
        };
        let read = T::read(&given).unwrap_or_else(|| {
            let name = item.path().segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
            Err(refusal(span, format!("`{name}` {}", T::expected(&name))))
        });
        read.map(|value| Self { value, key, span }).map_err(|error| error.with_span(&span))
    }
}

/// The keys that a receiver does not have. darling adds the key that was meant.
#[derive(Debug, Default)]
pub(super) struct Unknown;

impl FromMeta for Unknown {
    fn from_list(items: &[NestedMeta]) -> Result<Self> {
        let mut errors = Error::accumulator();
        for key in items.iter().filter_map(key) {
            errors.push(Error::unknown_field(&key.to_string()).with_span(&key.span()));
        }
        errors.finish_with(Self)
    }
}

/// The expression without the invisible parentheses of a `macro_rules!` fragment.
pub(super) fn ungrouped(expr: &Expr) -> &Expr {
    match expr {
        Expr::Group(group) => ungrouped(&group.expr),
        expr => expr,
    }
}
