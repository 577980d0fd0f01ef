//! An attribute as a list of `key`, `key(…)` and `key = …`: its shape, before any key is looked at.

use darling::{Result, ast::NestedMeta, error::Accumulator};
use proc_macro2::{Span, TokenTree};
use syn::{Attribute, Expr, Ident, Meta, MetaList, MetaNameValue, Path, Token, punctuated::Punctuated};

use crate::refusal::refusal;
use crate::token::{first_token, last_of};

/// The attributes of that name.
pub(super) fn named<'a>(attrs: &'a [Attribute], name: &'a str) -> impl Iterator<Item = &'a Attribute> {
    attrs.iter().filter(move |attr| attr.path().is_ident(name))
}

/// Where an attribute's name stands.
pub(super) fn name_span(attr: &Attribute) -> Span {
    last_of(attr.path())
}

/// The items of one attribute. Each is a key, and what is behind it is an expression, if need be a verbatim one.
pub(super) fn of(attr: &Attribute, errors: &mut Accumulator) -> Vec<NestedMeta> {
    let items = errors.handle(list(attr)).into_iter().flatten();
    items.filter_map(|item| errors.handle(with_key(item))).collect()
}

fn list(attr: &Attribute) -> Result<Punctuated<NestedMeta, Token![,]>> {
    let name = attr.path().segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
    let Meta::List(list) = &attr.meta else {
        return Err(refusal(name_span(attr), format!("`{name}` takes keys in parentheses: write `#[{name}(…)]`")));
    };
    if list.tokens.is_empty() {
        return Err(refusal(
            name_span(attr),
            format!("an empty `#[{name}()]` says nothing: write a key in it, or remove the attribute"),
        ));
    }
    list.parse_args_with(Punctuated::parse_terminated).map_err(|error| match generic_arguments(list) {
        Some(span) => refusal(span, "generic arguments need `::` before them here: write `Class::<A, B>`"),
        None => refusal(error.span(), format!("{error}: write `key`, `key = …` or `key(…)`, with commas between them")),
    })
}

/// The `<` of arguments that cannot be read in the place of an expression.
fn generic_arguments(list: &MetaList) -> Option<Span> {
    list.tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Punct(punct) if punct.as_char() == '<' => Some(punct.span()),
        _ => None,
    })
}

fn with_key(item: NestedMeta) -> Result<NestedMeta> {
    if let Some(path) = path(&item)
        && path.get_ident().is_none()
    {
        let key = path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        return Err(refusal(last_of(path), format!("a key is one word, not a path: write `{key}`")));
    }
    match item {
        NestedMeta::Meta(_) => Ok(item),
        NestedMeta::Lit(literal) => {
            Err(refusal(first_token(&literal), "a value without a key: write the key before it, as in `code = \"…\"`"))
        }
        NestedMeta::NameValueInvalidExpr(given) => Ok(NestedMeta::Meta(Meta::NameValue(MetaNameValue {
            path: given.path,
            eq_token: given.eq_token,
            value: Expr::Verbatim(given.value),
        }))),
    }
}

/// Leaves the first of each key, and refuses the others where they stand.
pub(super) fn once_each(items: Vec<NestedMeta>, errors: &mut Accumulator) -> Vec<NestedMeta> {
    let mut seen: Vec<Ident> = Vec::new();
    let mut first = Vec::with_capacity(items.len());
    for item in items {
        match key(&item).cloned() {
            Some(key) if seen.contains(&key) => {
                errors.push(refusal(key.span(), format!("`{key}` is stated twice: remove this one or the first")));
            }
            key => {
                seen.extend(key);
                first.push(item);
            }
        }
    }
    first
}

/// The key of an item.
pub(super) fn key(item: &NestedMeta) -> Option<&Ident> {
    path(item)?.get_ident()
}

fn path(item: &NestedMeta) -> Option<&Path> {
    match item {
        NestedMeta::Meta(meta) => Some(meta.path()),
        NestedMeta::NameValueInvalidExpr(given) => Some(&given.path),
        NestedMeta::Lit(_) => None,
    }
}
