//! The messages of google.rpc's error details (`google/rpc/error_details.proto`), as tables: protobuf is read by them,
//! and what proto3's JSON writes otherwise than JSON itself would.

use alloc::string::ToString;
use core::mem::take;

use super::details::is_key;
use crate::value::Value;

/// A field of a message: its number, its name in JSON, and what it holds.
pub(super) struct Field(pub(super) u32, pub(super) &'static str, pub(super) Kind);

#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    Texts,
    /// `map<string, string>`
    TextMap,
    /// `int32`
    Int,
    /// `int64`: a text in JSON, for readers whose numbers are all floats
    Int64,
    Bytes,
    /// `google.protobuf.Duration`
    Duration,
    Message(&'static [Field]),
    Messages(&'static [Field]),
}

use Kind::{Duration, Int64, Message, Messages, Text, TextMap, Texts};

const LOCALIZED_MESSAGE: &[Field] = &[Field(1, "locale", Text), Field(2, "message", Text)];

/// The fields of a detail.
pub(super) fn fields_of(name: &str) -> Option<&'static [Field]> {
    Some(match name {
        "ErrorInfo" => &[Field(1, "reason", Text), Field(2, "domain", Text), Field(3, "metadata", TextMap)],
        "RetryInfo" => &[Field(1, "retryDelay", Duration)],
        "DebugInfo" => &[Field(1, "stackEntries", Texts), Field(2, "detail", Text)],
        "QuotaFailure" => &[Field(
            1,
            "violations",
            Messages(&[
                Field(1, "subject", Text),
                Field(2, "description", Text),
                Field(3, "apiService", Text),
                Field(4, "quotaMetric", Text),
                Field(5, "quotaId", Text),
                Field(6, "quotaDimensions", TextMap),
                Field(7, "quotaValue", Int64),
                Field(8, "futureQuotaValue", Int64),
            ]),
        )],
        "PreconditionFailure" => &[Field(
            1,
            "violations",
            Messages(&[Field(1, "type", Text), Field(2, "subject", Text), Field(3, "description", Text)]),
        )],
        "BadRequest" => &[Field(
            1,
            "fieldViolations",
            Messages(&[
                Field(1, "field", Text),
                Field(2, "description", Text),
                Field(3, "reason", Text),
                Field(4, "localizedMessage", Message(LOCALIZED_MESSAGE)),
            ]),
        )],
        "RequestInfo" => &[Field(1, "requestId", Text), Field(2, "servingData", Text)],
        "ResourceInfo" => &[
            Field(1, "resourceType", Text),
            Field(2, "resourceName", Text),
            Field(3, "owner", Text),
            Field(4, "description", Text),
        ],
        "Help" => &[Field(1, "links", Messages(&[Field(1, "description", Text), Field(2, "url", Text)]))],
        "LocalizedMessage" => LOCALIZED_MESSAGE,
        _ => return None,
    })
}

/// Makes what JSON says of a message what protobuf says of it: an `int64` is a text there, and for readers a number, too
/// (proto3, "JSON Mapping"). Of no type, it is read as what the reader asks for.
pub(super) fn untype(message: &mut Value<'_>, fields: &[Field]) {
    let Value::Map(entries) = message else { return };
    for (key, value) in entries {
        let kind = fields.iter().find(|Field(_, name, _)| is_key(key, name)).map(|Field(.., kind)| *kind);
        match (kind, &mut *value) {
            (Some(Int64), Value::Str(text)) => *value = Value::Text(take(text)),
            (Some(Int64), Value::Int(number)) => *value = Value::Text(number.to_string().into()),
            (Some(Message(fields)), inner) => untype(inner, fields),
            (Some(Messages(fields)), Value::Seq(inner)) => inner.iter_mut().for_each(|inner| untype(inner, fields)),
            _ => {}
        }
    }
}
