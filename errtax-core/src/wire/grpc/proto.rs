//! `google.rpc.Status` and the details of google.rpc in protobuf (`google/rpc/status.proto`,
//! `google/rpc/error_details.proto`): every message is read into the same values as its JSON.

use alloc::{borrow::Cow, format, string::ToString, vec::Vec};

use prost::encoding::{DecodeContext, WireType, decode_key, decode_varint, skip_field};

use super::Code;
use super::details::{self, Status};
use super::fields::Kind::{Bytes, Duration, Int, Int64, Message, Messages, Text, TextMap, Texts};
use super::fields::{Field, Kind, fields_of};
use crate::value::{Value, ValueError};

const STATUS: &[Field] = &[
    Field(1, "code", Int),
    Field(2, "message", Text),
    Field(3, "details", Messages(&[Field(1, "typeUrl", Text), Field(2, "value", Bytes)])),
];

/// The status in `bytes`; `None` where they are none.
pub(super) fn status(bytes: &[u8]) -> Option<Status<'_>> {
    let mut said = Status::default();
    for (name, value) in message(bytes, STATUS)? {
        match (name, value) {
            ("code", Value::Int(number)) => {
                said.code = Some(u32::try_from(number).ok().and_then(Code::from_number).unwrap_or(Code::Unknown));
            }
            ("message", Value::Str(message)) => said.message = Some(message),
            ("details", Value::Seq(anys)) => said.details = anys.into_iter().filter_map(detail).collect(),
            _ => {}
        }
    }
    Some(said)
}

/// A member of the details in `bytes`.
#[expect(clippy::unnecessary_wraps, reason = "a reader of other wires can fail")]
pub(super) fn member<'a>(bytes: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    Ok(status(bytes).and_then(|status| status.member(name)))
}

/// A detail of google.rpc; one that is malformed, or of another package, is none.
fn detail(any: Value<'_>) -> Option<(Cow<'_, str>, Value<'_>)> {
    let Value::Map(fields) = any else { return None };
    let (mut type_url, mut bytes) = (None, &[][..]);
    for (_, value) in fields {
        match value {
            Value::Str(Cow::Borrowed(text)) => type_url = Some(text),
            Value::Bytes(Cow::Borrowed(value)) => bytes = value,
            _ => {}
        }
    }
    let name = details::name(type_url?)?;
    Some((Cow::Borrowed(name), map(message(bytes, fields_of(name)?)?)))
}

type Read<'a> = Vec<(&'static str, Value<'a>)>;

fn map<'a>(fields: Read<'a>) -> Value<'a> {
    let key = |name| Value::Text(Cow::Borrowed(name));
    Value::Map(fields.into_iter().map(|(name, value): (&'static str, Value<'a>)| (key(name), value)).collect())
}

/// A message by its fields; `None` where it breaks off. Others are skipped, of a field that stands there twice the last
/// counts. As deep as the tables are, and no larger than `bytes`.
fn message<'a>(mut bytes: &'a [u8], fields: &'static [Field]) -> Option<Read<'a>> {
    let mut read = Read::new();
    while !bytes.is_empty() {
        let (number, wire) = decode_key(&mut bytes).ok()?;
        let known = fields.iter().find(|Field(known, ..)| *known == number);
        match (known, wire) {
            (Some(Field(_, name, kind @ (Int | Int64))), WireType::Varint) => {
                let number = decode_varint(&mut bytes).ok()?.cast_signed();
                let text = || Value::Text(number.to_string().into());
                put(&mut read, name, if matches!(kind, Int64) { text() } else { Value::Int(number.into()) });
            }
            (Some(Field(_, name, kind)), WireType::LengthDelimited) if !matches!(kind, Int | Int64) => {
                let length = usize::try_from(decode_varint(&mut bytes).ok()?).ok()?;
                let (inner, rest) = bytes.split_at_checked(length)?;
                bytes = rest;
                field(&mut read, name, *kind, inner)?;
            }
            _ => skip_field(wire, number, &mut bytes, DecodeContext::default()).ok()?,
        }
    }
    Some(read)
}

fn field<'a>(read: &mut Read<'a>, name: &'static str, kind: Kind, bytes: &'a [u8]) -> Option<()> {
    match kind {
        Text => put(read, name, text(bytes)?),
        Texts => push(read, name, text(bytes)?),
        TextMap => entry(read, name, message(bytes, &[Field(1, "key", Text), Field(2, "value", Text)])?),
        Bytes => put(read, name, Value::Bytes(Cow::Borrowed(bytes))),
        Duration => put(read, name, duration(&message(bytes, &[Field(1, "seconds", Int), Field(2, "nanos", Int)])?)),
        Message(fields) => put(read, name, map(message(bytes, fields)?)),
        Messages(fields) => push(read, name, map(message(bytes, fields)?)),
        Int | Int64 => {}
    }
    Some(())
}

fn put<'a>(read: &mut Read<'a>, name: &'static str, value: Value<'a>) {
    *place(read, name, Value::Null) = value;
}

fn push<'a>(read: &mut Read<'a>, name: &'static str, value: Value<'a>) {
    if let Value::Seq(values) = place(read, name, Value::Seq(Vec::new())) {
        values.push(value);
    }
}

/// An absent key or value is the empty one.
fn entry<'a>(read: &mut Read<'a>, name: &'static str, entry: Read<'a>) {
    let (mut key, mut value) = (Value::Text(Cow::Borrowed("")), Value::Str(Cow::Borrowed("")));
    for (part, said) in entry {
        *if part == "key" { &mut key } else { &mut value } = said;
    }
    if let Value::Map(entries) = place(read, name, Value::Map(Vec::new())) {
        entries.push((key, value));
    }
}

/// The place of a field's value, with `empty` in it where there is none yet.
fn place<'r, 'a>(read: &'r mut Read<'a>, name: &'static str, empty: Value<'a>) -> &'r mut Value<'a> {
    let at = read.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
        read.push((name, empty));
        read.len() - 1
    });
    &mut read[at].1
}

fn text(bytes: &[u8]) -> Option<Value<'_>> {
    str::from_utf8(bytes).ok().map(|text| Value::Str(Cow::Borrowed(text)))
}

/// As proto3's JSON writes it: `1.5s`.
fn duration<'a>(fields: &Read<'_>) -> Value<'a> {
    let number = |name| {
        fields.iter().find(|(known, _)| *known == name).map_or(0, |(_, value)| match value {
            Value::Int(number) => *number,
            _ => 0,
        })
    };
    let (seconds, nanos) = (number("seconds"), number("nanos"));
    Value::Str(
        match nanos {
            0 => format!("{seconds}s"),
            nanos => format!("{}{}.{:09}s", if nanos < 0 && seconds == 0 { "-" } else { "" }, seconds, nanos.abs()),
        }
        .into(),
    )
}
