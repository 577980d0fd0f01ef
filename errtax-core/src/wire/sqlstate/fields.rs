//! The fields of PostgreSQL's error messages: each a letter and a text that ends with a zero byte.

use alloc::{borrow::Cow, string::String};

use crate::value::{Value, ValueError};

/// The largest message that PostgreSQL makes (`MaxAllocSize`): four letters in the length's place are more.
const LARGEST: u32 = 0x3fff_ffff;

/// Names of members, by the letters of their fields.
const NAMES: [(&str, u8); 15] = [
    ("severity", b'V'),
    ("detail", b'D'),
    ("hint", b'H'),
    ("position", b'P'),
    ("internal_position", b'p'),
    ("internal_query", b'q'),
    ("where", b'W'),
    ("schema", b's'),
    ("table", b't'),
    ("column", b'c'),
    ("data_type", b'd'),
    ("constraint", b'n'),
    ("file", b'F'),
    ("line", b'L'),
    ("routine", b'R'),
];

/// What a message holds.
#[derive(Clone, Copy)]
pub(super) enum Fields<'a> {
    Of(&'a [u8]),
    /// What a server says before it speaks protocol 3.
    Text(&'a [u8]),
}

impl<'a> Fields<'a> {
    pub(super) fn of(message: &'a [u8]) -> Self {
        // No field has the letter of either message.
        let [b'E' | b'N', rest @ ..] = message else { return Self::Of(message) };
        match rest.split_first_chunk::<4>() {
            Some((length, fields)) if u32::from_be_bytes(*length) <= LARGEST => Self::Of(fields),
            Some(_) => Self::Text(rest),
            None => Self::Of(&[]),
        }
    }

    /// The text of a field; the last one of that letter.
    pub(super) fn get(self, letter: u8) -> Option<Cow<'a, str>> {
        let text = match self {
            Self::Of(fields) => {
                // An empty one ends the message.
                let fields = fields.split(|byte| *byte == 0).map_while(|field| field.split_first());
                fields.filter(|(known, _)| **known == letter).last()?.1
            }
            Self::Text(text) if letter == b'M' => text.split(|byte| *byte == 0).next()?.trim_ascii_end(),
            Self::Text(_) => return None,
        };
        Some(String::from_utf8_lossy(text))
    }
}

/// One field as a member: untyped, so that numbers are read from their digits.
#[expect(clippy::unnecessary_wraps, reason = "a reader of other wires can fail")]
pub(super) fn member<'a>(message: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let fields = Fields::of(message);
    let text = match (name, NAMES.iter().find(|(known, _)| *known == name), name.as_bytes()) {
        // `V` is `S` untranslated, and newer (PostgreSQL 9.6).
        ("severity", ..) => fields.get(b'V').or_else(|| fields.get(b'S')),
        (_, Some((_, letter)), _) | (_, None, [letter]) => fields.get(*letter),
        _ => None,
    };
    Ok(text.map(Value::Text))
}
