//! One field of a class, filled through serde or left to its default.

use serde_core::de::DeserializeOwned;

use crate::member::{MemberError, Origin};
use crate::response::ErrorResponse;

/// The type of a field filled through serde: a bound of ours, since serde's would list what it can read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "not `Deserialize`",
    note = "a field is read through serde: write `#[derive(serde::Deserialize)]` on its type, or choose a type that has it"
)]
#[doc(hidden)]
pub trait Read: DeserializeOwned {}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> Read for T {}

/// A field filled through serde. A type that can be absent (an `Option`) says so itself.
#[doc(hidden)]
pub fn field<T: Read>(response: &ErrorResponse, origin: Origin<'_>) -> Result<T, MemberError> {
    match response.read(origin)? {
        Some(value) => Ok(value),
        None => T::deserialize(Absent).map_err(|Absence| MemberError::missing(origin)),
    }
}

/// The same for a field with a default.
#[doc(hidden)]
pub fn field_or<T: Read>(response: &ErrorResponse, origin: Origin<'_>, default: fn() -> T) -> Result<T, MemberError> {
    Ok(response.read(origin)?.unwrap_or_else(default))
}

/// Whether a type is content with nothing.
#[cfg(feature = "describe")]
pub(crate) fn is_optional<T: DeserializeOwned>() -> bool {
    T::deserialize(Absent).is_ok()
}

/// Nothing where a value was asked for: an `Option` is content with it, every other type is not.
struct Absent;

#[derive(Debug, thiserror::Error)]
#[error("absent")]
struct Absence;

impl serde_core::de::Error for Absence {
    fn custom<T: core::fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> serde_core::Deserializer<'de> for Absent {
    type Error = Absence;

    fn deserialize_any<V: serde_core::de::Visitor<'de>>(self, _: V) -> Result<V::Value, Absence> {
        Err(Absence)
    }

    fn deserialize_option<V: serde_core::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Absence> {
        visitor.visit_none()
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
