//! A [`Value`] as a source of data: any `Deserialize` type reads it.

use alloc::borrow::Cow;
use core::str::FromStr;

use serde_core::de::value::{MapDeserializer, SeqDeserializer};
use serde_core::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, Unexpected, VariantAccess, Visitor,
};

use super::{Value, ValueError};

/// Numbers and booleans: typed ones as they are (after `$first`), untyped text as the type that was asked for.
macro_rules! scalar {
    ($($method:ident => $visit:ident($ty:ty) $(after $first:ident)?),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
            match self$(.$first())? {
                Value::Text(text) | Value::Json(text) => match <$ty>::from_str(text.trim()) {
                    Ok(value) => visitor.$visit(value),
                    Err(_) => Err(ValueError::invalid_type(Unexpected::Str(&text), &visitor)),
                },
                typed => typed.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Int(value) => visit_int(value, visitor),
            Self::Large(value) => visitor.visit_u128(value),
            Self::Float(value) => visitor.visit_f64(value),
            Self::Str(text) | Self::Text(text) | Self::Json(text) => match text {
                Cow::Borrowed(text) => visitor.visit_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            Self::Bytes(Cow::Borrowed(bytes)) => visitor.visit_bytes(bytes),
            Self::Bytes(Cow::Owned(bytes)) => visitor.visit_byte_buf(bytes),
            Self::Seq(values) => visit_seq(values.into_iter(), visitor),
            Self::Map(entries) => visit_map(entries.into_iter(), visitor),
            Self::Elements(elements) => elements.into_likeliest().deserialize_any(visitor),
        }
    }

    scalar! {
        deserialize_bool => visit_bool(bool),
        deserialize_i8 => visit_i8(i8),
        deserialize_i16 => visit_i16(i16),
        deserialize_i32 => visit_i32(i32),
        deserialize_i64 => visit_i64(i64),
        deserialize_i128 => visit_i128(i128),
        deserialize_u8 => visit_u8(u8),
        deserialize_u16 => visit_u16(u16),
        deserialize_u32 => visit_u32(u32),
        deserialize_u64 => visit_u64(u64),
        deserialize_u128 => visit_u128(u128),
        deserialize_f32 => visit_f32(f32) after numbered,
        deserialize_f64 => visit_f64(f64) after numbered,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Self::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_byte_buf(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Self::Str(text) => visit_base64(&text, visitor),
            Self::Text(text) | Self::Json(text) => visit_base64(text.trim(), visitor),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Self::Text(text) if text.trim().is_empty() => visit_seq(core::iter::empty(), visitor),
            text @ Self::Text(_) => visit_seq(core::iter::once(text), visitor),
            Self::Elements(elements) => visit_seq(elements.into_list().into_iter(), visitor),
            Self::Json(text) => parts(&text, '[').deserialize_seq(visitor),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Self::Text(text) if text.trim().is_empty() => visit_map(core::iter::empty(), visitor),
            Self::Elements(elements) => match elements.into_map() {
                Some(entries) => visit_map(entries.into_iter(), visitor),
                None => Err(ValueError::invalid_type(Unexpected::Seq, &visitor)),
            },
            Self::Json(text) => parts(&text, '{').deserialize_map(visitor),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        match self {
            Self::Elements(elements) => match elements.into_struct() {
                Some(fields) => visit_map(fields.into_iter(), visitor),
                None => Err(ValueError::invalid_type(Unexpected::Seq, &visitor)),
            },
            other => other.deserialize_map(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_enum(Variant(match self {
            Self::Elements(elements) => elements.into_struct().map_or(Value::Null, Value::Map),
            Self::Json(ref text) => parts(text, '{'),
            other => other,
        }))
    }

    serde_core::forward_to_deserialize_any! {
        char str string unit unit_struct identifier ignored_any
    }
}

impl Value<'_> {
    /// The number that a string names where a typed wire cannot write it: see [`write`](super::write).
    fn numbered(self) -> Self {
        match &self {
            Self::Str(text) if text == "NaN" => Self::Float(f64::NAN),
            Self::Str(text) if text == "Infinity" => Self::Float(f64::INFINITY),
            Self::Str(text) if text == "-Infinity" => Self::Float(f64::NEG_INFINITY),
            _ => self,
        }
    }
}

/// What `text` says as JSON, if that begins with `mark`; else the text.
fn parts(text: &str, mark: char) -> Value<'_> {
    #[cfg(feature = "grpc")]
    if text.trim_start().starts_with(mark)
        && let Ok(value) = serde_json::from_str(text)
    {
        return value;
    }
    #[cfg(not(feature = "grpc"))]
    let _ = mark;
    Value::Text(Cow::Borrowed(text))
}

/// All of a list: what the type leaves unread is an error.
fn visit_seq<'de, 'a, V: Visitor<'de>>(
    values: impl Iterator<Item = Value<'a>>,
    visitor: V,
) -> Result<V::Value, ValueError> {
    let mut access = SeqDeserializer::new(values);
    let seq = visitor.visit_seq(&mut access)?;
    access.end().map(|()| seq)
}

fn visit_map<'de, 'a, V: Visitor<'de>>(
    entries: impl Iterator<Item = (Value<'a>, Value<'a>)>,
    visitor: V,
) -> Result<V::Value, ValueError> {
    let mut access = MapDeserializer::new(entries);
    let map = visitor.visit_map(&mut access)?;
    access.end().map(|()| map)
}

fn visit_base64<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, ValueError> {
    match super::base64::decode(text) {
        Some(bytes) => visitor.visit_byte_buf(bytes),
        None => Err(ValueError::invalid_value(Unexpected::Str(text), &"base64 (RFC 4648 section 4)")),
    }
}

fn visit_int<'de, V: Visitor<'de>>(value: i128, visitor: V) -> Result<V::Value, ValueError> {
    if let Ok(value) = u64::try_from(value) {
        visitor.visit_u64(value)
    } else if let Ok(value) = i64::try_from(value) {
        visitor.visit_i64(value)
    } else {
        visitor.visit_i128(value)
    }
}

impl IntoDeserializer<'_, ValueError> for Value<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// An enum as serde writes one: a string, or a map of one entry whose key is the variant.
struct Variant<'a>(Value<'a>);

impl<'de, 'a> EnumAccess<'de> for Variant<'a> {
    type Error = ValueError;
    type Variant = Payload<'a>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Payload<'a>), ValueError> {
        let (name, payload) = match self.0 {
            Value::Map(mut entries) if entries.len() == 1 => entries.swap_remove(0),
            name => (name, Value::Null),
        };
        match name {
            // By its name alone: a number would be taken for a variant's place.
            Value::Str(_) | Value::Text(_) => Ok((seed.deserialize(name)?, Payload(payload))),
            _ => Err(ValueError::custom("invalid type: a variant's name, or a map of one entry, was expected")),
        }
    }
}

struct Payload<'a>(Value<'a>);

impl<'de> VariantAccess<'de> for Payload<'_> {
    type Error = ValueError;

    fn unit_variant(self) -> Result<(), ValueError> {
        match self.0 {
            Value::Null => Ok(()),
            _ => Err(ValueError::custom("a variant without data was expected")),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, ValueError> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, ValueError> {
        self.0.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.0.deserialize_struct("", fields, visitor)
    }
}
