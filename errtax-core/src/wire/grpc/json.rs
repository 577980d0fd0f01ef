//! The JSON of AIP-193.

use alloc::{borrow::Cow, vec::Vec};

use super::Code;
use super::details::{self, Status, field, text};
use crate::value::{Value, ValueError};
use crate::wire::json;

/// What stands in the body's `error`; `None` where there is no such object.
pub(super) fn status(body: &[u8]) -> Option<Status<'_>> {
    read(&error(body)?)
}

/// A member of the details, else a field of the error itself.
pub(super) fn member<'a>(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let Some(error @ Value::Map(_)) = json::member(body, "error")? else { return Ok(None) };
    let of_details = read(&error).and_then(|status| status.member(name));
    Ok(of_details.or_else(|| field(&error, name).cloned()))
}

fn error(body: &[u8]) -> Option<Value<'_>> {
    json::member(body, "error").ok()?.filter(|error| matches!(error, Value::Map(_)))
}

fn read<'a>(error: &Value<'a>) -> Option<Status<'a>> {
    let Value::Map(_) = error else { return None };
    let details = match field(error, "details") {
        Some(Value::Seq(details)) => details.iter().filter_map(detail).collect(),
        _ => Vec::new(),
    };
    let message = match field(error, "message") {
        Some(Value::Str(message)) => Some(message.clone()),
        _ => None,
    };
    Some(Status { code: text(error, "status").and_then(Code::from_name), message, details })
}

fn detail<'a>(detail: &Value<'a>) -> Option<(Cow<'a, str>, Value<'a>)> {
    let Value::Str(type_url) = field(detail, "@type")? else { return None };
    let name = match type_url {
        Cow::Borrowed(type_url) => Cow::Borrowed(details::name(type_url)?),
        Cow::Owned(type_url) => Cow::Owned(details::name(type_url)?.into()),
    };
    Some((name, detail.clone()))
}
