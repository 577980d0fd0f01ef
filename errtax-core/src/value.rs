//! A member of a response as data: where every wire's bodies meet a user's `Deserialize` type.
//!
//! # How members reach a user's type
//!
//! This is decided here, once, for every wire:
//!
//! 1. A decoder keeps the body and leaves behind a **reader**: a function that finds *one* top-level member by
//!    its exact name in that body and turns it into a [`Value`]. Nothing else of the body is ever built: reading
//!    code and message allocates no tree, and a class without members pays for none.
//! 2. The user's type is deserialised from that [`Value`]. Every wire ends in the same data model, so a type is
//!    instantiated once, whatever carries it.
//! 3. A member put there by hand (`with_member`) is serialised into a [`Value`] and read the same way; it comes
//!    before one of the same name in the body. Of a name that a body states twice, the last counts (RFC 8259 §4).
//!
//! A wire has typed and untyped scalars, and says which by the variant it builds:
//!
//! | wire | scalars | lists and maps | bytes |
//! |---|---|---|---|
//! | JSON | typed: a string is no number, but for `"NaN"`, `"Infinity"` and `"-Infinity"` | arrays, objects | a base64 string |
//! | CBOR | typed | arrays, maps | byte strings ([`Value::Bytes`]) |
//! | XML | untyped: [`Value::Text`], read as whatever the type asks for | untyped: [`Value::Elements`], likewise | base64 text |
//! | gRPC's metadata | untyped: [`Value::Json`] | a text that is JSON, where a type asks for parts; else a text is a list of one | base64 text |
//! | headers, context | untyped: [`Value::Text`] | none: a text is a list of one | base64 text |
//!
//! A list of one looks like its element where a wire has no types: a type that asks for a list is given a list of one
//! for a text, and an empty one for an empty text. Keys are untyped on every wire, so that a map keyed by numbers reads
//! them from text.
//!
//! An XML element that has elements inside is read by what the type asks for (Smithy 2.0, "XML bindings"):
//!
//! - a **struct** (or an enum's variant): by their names; one that is repeated is a list, flattened;
//! - a **list**: themselves, where all have one name (`member`, or whatever `xmlName` says); else a list of one (so that
//!   a flattened list of one struct is known by its having two members);
//! - a **map**: key and value of each, where all have one name and two elements inside, called `key` and `value`; where
//!   all are called `entry`, what is inside may have other names (`xmlName` again), and the first is the key. Else as
//!   for a struct;
//! - **anything** (`serde_json::Value`): a list where they are called `member`, else a map where they are one, else a
//!   list where they are repeated, else as for a struct.
//!
//! A CBOR tag is read over, but for those of big integers (2 and 3); `undefined` is `null`.
//!
//! `null` is the same as absent, on every wire: an `Option` becomes `None`, a field with a default takes it, and
//! for anything else the member is missing. A type that asks for bytes (`serde_bytes`) is given what base64 (RFC 4648
//! §4) decodes to where the wire has no bytes of its own. Timestamps are what the wire has (a number, or text), and
//! the user's type says how it reads them.

mod any;
pub(crate) mod base64;
mod de;
mod elements;
mod ser;
mod write;

use alloc::{borrow::Cow, boxed::Box, vec::Vec};

pub(crate) use self::elements::Elements;
use crate::line;

/// How deep a value may be nested on the wires that count it themselves: as deep as `serde_json` lets JSON be.
#[cfg(any(feature = "aws-xml", feature = "aws-cbor"))]
pub(crate) const DEPTH: usize = 128;

/// One member's value, in serde's data model.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Int(i128),
    /// An integer above those.
    Large(u128),
    Float(f64),
    /// A string on a wire that has types.
    Str(Cow<'a, str>),
    /// A scalar on a wire that has none: the reader's type says what it is.
    Text(Cow<'a, str>),
    /// The same, which may be JSON: it is where the reader's type asks for a list, a map or a struct.
    #[cfg_attr(not(feature = "grpc"), allow(dead_code, reason = "of the wires so far, only gRPC's metadata are such"))]
    Json(Cow<'a, str>),
    Bytes(Cow<'a, [u8]>),
    Seq(Vec<Value<'a>>),
    /// A struct's entries, or an enum's variant, by names ([`Value::Str`]), or a map's by keys: untyped, where they are
    /// texts.
    Map(Vec<(Value<'a>, Value<'a>)>),
    /// What is inside an element on a wire without types: a list, a map or a struct, as the reader's type says.
    Elements(Elements<'a>),
}

/// Finds one member in a kept body. `Ok(None)`: there is none of that name.
pub(crate) type Reader = for<'a> fn(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError>;

/// Why a value could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct ValueError(Box<str>);

impl ValueError {
    /// A problem in words: on one line, and no longer than a line should be, whatever the wire put into it.
    pub(crate) fn new(problem: impl core::fmt::Display) -> Self {
        Self(line::of(problem).into())
    }
}

impl serde_core::de::Error for ValueError {
    fn custom<T: core::fmt::Display>(problem: T) -> Self {
        Self::new(problem)
    }
}

impl serde_core::ser::Error for ValueError {
    fn custom<T: core::fmt::Display>(problem: T) -> Self {
        Self::new(problem)
    }
}

#[cfg(feature = "grpc")]
impl Value<'_> {
    /// The same, with copies of what is borrowed.
    pub(crate) fn into_owned(self) -> Value<'static> {
        let text = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(value),
            Self::Int(value) => Value::Int(value),
            Self::Large(value) => Value::Large(value),
            Self::Float(value) => Value::Float(value),
            Self::Str(value) => Value::Str(text(value)),
            Self::Text(value) => Value::Text(text(value)),
            Self::Json(value) => Value::Json(text(value)),
            Self::Bytes(bytes) => Value::Bytes(Cow::Owned(bytes.into_owned())),
            Self::Seq(values) => Value::Seq(values.into_iter().map(Value::into_owned).collect()),
            Self::Map(entries) => {
                Value::Map(entries.into_iter().map(|(key, value)| (key.into_owned(), value.into_owned())).collect())
            }
            Self::Elements(elements) => Value::Elements(elements.into_owned()),
        }
    }
}

/// Keys are strings even where values have types: a map keyed by numbers reads them from text.
pub(crate) fn untyped_key(key: Value<'_>) -> Value<'_> {
    match key {
        Value::Str(text) => Value::Text(text),
        typed => typed,
    }
}
