//! What a status says besides its code, whether protobuf or JSON carried it.

use alloc::{borrow::Cow, format, string::String, vec::Vec};
use core::time::Duration;

use super::Code;
use crate::digits;
use crate::value::Value;

/// A `google.rpc.Status`. Its details are those of google.rpc alone, each by its message's name, with the fields in
/// the spelling of proto3's JSON.
#[derive(Clone, Debug, Default)]
pub(super) struct Status<'a> {
    pub(super) code: Option<Code>,
    pub(super) message: Option<Cow<'a, str>>,
    pub(super) details: Vec<(Cow<'a, str>, Value<'a>)>,
}

/// How many reasons of a status are kept.
const MOST_REASONS: usize = 8;

/// The name of a message in google.rpc, as an `Any`'s type URL states it.
pub(super) fn name(type_url: &str) -> Option<&str> {
    type_url.rsplit('/').next()?.strip_prefix("google.rpc.")
}

impl<'a> Status<'a> {
    /// `domain/REASON`, of each `ErrorInfo` that has both: whoever hands an error on may add one of its own, before the
    /// one that was there. AIP-193 allows one of each kind; so many are read.
    pub(super) fn qualified_reasons(&self) -> impl Iterator<Item = String> {
        let said = |info, field| text(info, field).filter(|text| !text.is_empty());
        let qualified = move |info| Some(format!("{}/{}", said(info, "domain")?, said(info, "reason")?));
        self.all("ErrorInfo").filter_map(qualified).take(MOST_REASONS)
    }

    pub(super) fn request_id(&self) -> Option<&str> {
        self.all("RequestInfo").find_map(|info| text(info, "requestId")).filter(|id| !id.is_empty())
    }

    pub(super) fn retry_delay(&self) -> Option<Duration> {
        self.all("RetryInfo").find_map(|info| duration(text(info, "retryDelay")?))
    }

    /// A member: of the metadata, else a whole detail.
    pub(super) fn member(&self, name: &str) -> Option<Value<'a>> {
        let metadata = |info| match field(info, "metadata")? {
            // Values of metadata are strings whatever they mean: they are read as what the reader asks for. What has parts
            // is JSON, as our own encoder writes it.
            Value::Map(entries) => entries.iter().rev().find_map(|(key, value)| match value {
                Value::Str(value) if is_key(key, name) => Some(Value::Json(value.clone())),
                _ => None,
            }),
            _ => None,
        };
        self.all("ErrorInfo").find_map(metadata).or_else(|| self.all(name).next().cloned())
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &Value<'a>> {
        self.details.iter().filter(move |(known, _)| known == name).map(|(_, detail)| detail)
    }
}

pub(super) fn field<'v, 'a>(message: &'v Value<'a>, name: &str) -> Option<&'v Value<'a>> {
    match message {
        Value::Map(fields) => fields.iter().rev().find(|(key, _)| is_key(key, name)).map(|(_, value)| value),
        _ => None,
    }
}

pub(super) fn text<'v>(message: &'v Value<'_>, name: &str) -> Option<&'v str> {
    match field(message, name)? {
        Value::Str(text) => Some(text),
        _ => None,
    }
}

pub(super) fn is_key(key: &Value<'_>, name: &str) -> bool {
    matches!(key, Value::Text(key) | Value::Str(key) if key == name)
}

/// A duration as proto3's JSON writes it: `1.5s`. `None` where it is no delay: negative, or malformed.
fn duration(text: &str) -> Option<Duration> {
    let (seconds, fraction) = text.strip_suffix('s').map(|number| number.split_once('.').unwrap_or((number, "")))?;
    if fraction.len() > 9 {
        return None;
    }
    Some(Duration::new(digits::parse(seconds)?, digits::parse(&format!("{fraction:0<9}"))?))
}
