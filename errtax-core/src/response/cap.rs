//! Texts of bounded length, and how much a member takes.

use alloc::string::String;

use super::KEPT;
use crate::value::{Value, ValueError};

/// A text of at most 64 KiB.
pub(super) fn capped(mut text: String) -> String {
    if text.len() <= KEPT {
        return text;
    }
    text.truncate(start_of(&text, KEPT).len());
    text
}

/// At most `room` bytes of `text`, cut between two characters.
pub(crate) fn start_of(text: &str, room: usize) -> &str {
    let end = (0..=room.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

/// How much memory a member takes, in bytes.
pub(super) fn size_of_member(name: &str, value: &Result<Value<'_>, ValueError>) -> usize {
    let of_error = |_: &ValueError| size_of::<Value<'_>>();
    name.len() + value.as_ref().map_or_else(of_error, size_of_value)
}

fn size_of_value(value: &Value<'_>) -> usize {
    let inside = match value {
        Value::Str(text) | Value::Text(text) | Value::Json(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        Value::Seq(values) => values.iter().map(size_of_value).sum(),
        Value::Map(entries) => entries.iter().map(|(key, value)| size_of_value(key) + size_of_value(value)).sum(),
        // Elements are read from bodies, and never kept.
        Value::Null | Value::Bool(_) | Value::Int(_) | Value::Large(_) | Value::Float(_) | Value::Elements(_) => 0,
    };
    size_of::<Value<'_>>() + inside
}
