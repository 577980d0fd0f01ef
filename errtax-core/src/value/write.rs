//! A [`Value`] as what it is on a wire: data for any format of serde's, a text for a wire without types.

use alloc::{
    borrow::Cow,
    string::{String, ToString},
};

use serde_core::ser::{Error as _, Serialize, SerializeMap, Serializer};

use super::{Value, base64};

/// Formats that people read have no bytes, and no numbers that are none: bytes are base64, and a float that is not finite
/// is the name of what it is, as Smithy (2.0, "AWS JSON protocols", "float") and proto3's JSON have it.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(value) => match (i64::try_from(*value), u64::try_from(*value)) {
                (Ok(value), _) => serializer.serialize_i64(value),
                (_, Ok(value)) => serializer.serialize_u64(value),
                _ => serializer.serialize_i128(*value),
            },
            Self::Large(value) => serializer.serialize_u128(*value),
            Self::Float(value) if !value.is_finite() && serializer.is_human_readable() => {
                serializer.serialize_str(&float(*value))
            }
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Str(text) | Self::Text(text) | Self::Json(text) => serializer.serialize_str(text),
            Self::Bytes(bytes) if serializer.is_human_readable() => serializer.serialize_str(&base64::encode(bytes)),
            Self::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Self::Seq(values) => serializer.collect_seq(values),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::Elements(_) => Err(S::Error::custom("elements are read, and never written")),
        }
    }
}

#[cfg_attr(
    not(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp")),
    allow(dead_code, reason = "wires write it; each wire is a feature")
)]
impl Value<'_> {
    /// A scalar as a wire without types has it; `None` for what has parts, and for null.
    pub(crate) fn as_text(&self) -> Option<Cow<'_, str>> {
        Some(match self {
            Self::Bool(value) => Cow::Owned(value.to_string()),
            Self::Int(value) => Cow::Owned(value.to_string()),
            Self::Large(value) => Cow::Owned(value.to_string()),
            Self::Float(value) => Cow::Owned(float(*value)),
            Self::Str(text) | Self::Text(text) | Self::Json(text) => Cow::Borrowed(text),
            Self::Bytes(bytes) => Cow::Owned(base64::encode(bytes)),
            Self::Null | Self::Seq(_) | Self::Map(_) | Self::Elements(_) => return None,
        })
    }
}

/// As Smithy writes the numbers that are none (Smithy 2.0, "Simple types").
fn float(value: f64) -> String {
    match value {
        f64::INFINITY => "Infinity".into(),
        f64::NEG_INFINITY => "-Infinity".into(),
        number => number.to_string(),
    }
}
