//! The JSON of AIP-193, read without building it.

use alloc::{borrow::Cow, vec, vec::Vec};
use core::fmt;

use serde_core::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::Code;
use super::details::{self, Status};
use super::fields::{fields_of, untype};
use crate::value::{Value, ValueError};
use crate::wire::json;

/// What stands in the document's `error`, as far as an answer is known by it; `None` where there is no such object.
pub(super) fn status(document: &str) -> Option<Status<'_>> {
    let [error] = json::values(document, ["error"]);
    let error = error.filter(|error| is_object(error))?;
    let [status, message, details] = json::values(error.get(), ["status", "message", "details"]);
    Some(Status {
        code: status.and_then(json::text).and_then(|name| Code::from_name(&name)?.of_error()),
        message: message.and_then(json::text),
        details: details.map(|details| details_of(details, known)).unwrap_or_default(),
    })
}

/// A member of the details, else a field of the error itself, in the document that [`status`] was read from.
pub(super) fn member<'a>(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    match json::document(body) {
        Cow::Borrowed(document) => member_of(document, name),
        // What stays when the document is gone.
        Cow::Owned(document) => Ok(member_of(&document, name)?.map(Value::into_owned)),
    }
}

fn member_of<'a>(document: &'a str, name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let [error] = json::values(document, ["error"]);
    let Some(error) = error else {
        // Where the document broke off, nobody knows.
        return serde_json::from_str::<IgnoredAny>(document).map(|_| None).map_err(ValueError::new);
    };
    if !is_object(error) {
        return Ok(None);
    }
    let [details] = json::values(error.get(), ["details"]);
    let details = details.map(|details| {
        details_of(
            details,
            |known, detail| {
                if known == "ErrorInfo" || known == name { built_of(known, detail) } else { None }
            },
        )
    });
    let details = details.unwrap_or_default();
    let of_details = Status { details, ..Status::default() }.member(name);
    match json::values(error.get(), [name]) {
        [Some(field)] if of_details.is_none() => built(field).map(Some),
        _ => Ok(of_details),
    }
}

fn is_object(json: &RawValue) -> bool {
    json.get().starts_with('{')
}

fn built(json: &RawValue) -> Result<Value<'_>, ValueError> {
    serde_json::from_str(json.get()).map_err(ValueError::new)
}

/// A whole detail.
fn built_of<'a>(name: &str, detail: &'a RawValue) -> Option<Value<'a>> {
    let mut detail = built(detail).ok()?;
    untype(&mut detail, fields_of(name).unwrap_or_default());
    Some(detail)
}

/// What an answer is known by: of the details that say it, those fields alone.
fn known<'a>(name: &str, detail: &'a RawValue) -> Option<Value<'a>> {
    let fields: &[&'static str] = match name {
        "ErrorInfo" => &["domain", "reason"],
        "RequestInfo" => &["requestId"],
        "RetryInfo" => &["retryDelay"],
        _ => return None,
    };
    let field = |name: &&'static str| {
        let [value] = json::values(detail.get(), [*name]);
        Some((Value::Text(Cow::Borrowed(*name)), Value::Str(json::text(value?)?)))
    };
    Some(Value::Map(fields.iter().filter_map(field).collect()))
}

/// The details that `build` makes something of, each by its message's name.
fn details_of<'a>(
    details: &'a RawValue,
    build: impl Fn(&str, &'a RawValue) -> Option<Value<'a>>,
) -> Vec<(Cow<'a, str>, Value<'a>)> {
    let mut found = vec![];
    let _ = serde_json::Deserializer::from_str(details.get()).deserialize_seq(Each(|detail: &'a RawValue| {
        let [type_url] = json::values(detail.get(), ["@type"]);
        let type_url = type_url.and_then(json::text);
        let Some(name) = type_url.as_deref().and_then(details::name) else { return };
        found.extend(build(name, detail).map(|detail| (Cow::Owned(name.into()), detail)));
    }));
    found
}

/// Gives each element of an array to a function.
struct Each<F>(F);

impl<'de, F: FnMut(&'de RawValue)> Visitor<'de> for Each<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut elements: A) -> Result<(), A::Error> {
        while let Some(element) = elements.next_element()? {
            (self.0)(element);
        }
        Ok(())
    }
}
