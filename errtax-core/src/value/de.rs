//! A [`Value`] as a source of data (any `Deserialize` type reads it), and as its sink (any format fills it).

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::{fmt, str::FromStr};

use serde_core::de::value::{MapDeserializer, SeqDeserializer};
use serde_core::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};

use super::{Value, ValueError};

/// Numbers and booleans: typed ones as they are, untyped text as the type that was asked for.
macro_rules! scalar {
    ($($method:ident => $visit:ident($ty:ty)),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
            match self {
                Value::Text(text) => match <$ty>::from_str(text.trim()) {
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
            Self::Float(value) => visitor.visit_f64(value),
            Self::Str(Cow::Borrowed(text)) | Self::Text(Cow::Borrowed(text)) => visitor.visit_str(text),
            Self::Str(Cow::Owned(text)) | Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::Bytes(Cow::Borrowed(bytes)) => visitor.visit_bytes(bytes),
            Self::Bytes(Cow::Owned(bytes)) => visitor.visit_byte_buf(bytes),
            Self::Seq(values) => {
                let mut access = SeqDeserializer::new(values.into_iter());
                let seq = visitor.visit_seq(&mut access)?;
                access.end().map(|()| seq)
            }
            Self::Map(entries) => {
                let mut access = MapDeserializer::new(entries.into_iter());
                let map = visitor.visit_map(&mut access)?;
                access.end().map(|()| map)
            }
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
        deserialize_f32 => visit_f32(f32),
        deserialize_f64 => visit_f64(f64),
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
            Self::Str(text) | Self::Text(text) => match super::base64::decode(&text) {
                Some(bytes) => visitor.visit_byte_buf(bytes),
                None => Err(ValueError::invalid_value(Unexpected::Str(&text), &"base64 (RFC 4648 section 4)")),
            },
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            text @ Self::Text(_) => visitor.visit_seq(SeqDeserializer::new(core::iter::once(text))),
            other => other.deserialize_any(visitor),
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
        visitor.visit_enum(Variant(self))
    }

    serde_core::forward_to_deserialize_any! {
        char str string unit unit_struct tuple tuple_struct map struct identifier ignored_any
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
        self.0.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.0.deserialize_any(visitor)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(Value::Int(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(Value::Int(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value<'de>, E> {
        Ok(Value::Int(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value<'de>, E> {
        Ok(Value::Float(value))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Str(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Str(Cow::Owned(text.into())))
    }

    fn visit_string<E>(self, text: String) -> Result<Value<'de>, E> {
        Ok(Value::Str(Cow::Owned(text)))
    }

    fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<Value<'de>, E> {
        Ok(Value::Bytes(Cow::Borrowed(bytes)))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Value<'de>, E> {
        Ok(Value::Bytes(Cow::Owned(bytes.into())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = access.next_element()? {
            values.push(value);
        }
        Ok(Value::Seq(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = access.next_entry()? {
            entries.push((untyped_key(key), value));
        }
        Ok(number(&entries).unwrap_or(Value::Map(entries)))
    }
}

/// The number behind a map with this one key: how `serde_json` hands on numbers where some crate in the user's graph
/// has turned on its feature `arbitrary_precision`.
fn number<'a>(entries: &[(Value<'_>, Value<'_>)]) -> Option<Value<'a>> {
    match entries {
        [(Value::Text(key), Value::Str(number))] if key == "$serde_json::private::Number" => {
            let int = || number.parse().map(Value::Int);
            int().or_else(|_| number.parse().map(Value::Float)).ok()
        }
        _ => None,
    }
}

/// Keys are strings even where values have types: a map keyed by numbers reads them from text.
fn untyped_key(key: Value<'_>) -> Value<'_> {
    match key {
        Value::Str(text) => Value::Text(text),
        typed => typed,
    }
}
