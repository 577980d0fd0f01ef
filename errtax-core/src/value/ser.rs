//! Any `Serialize` type as a [`Value`]: what `with_member` keeps.

use alloc::{borrow::Cow, string::ToString, vec, vec::Vec};

use serde_core::Serialize;
use serde_core::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

use super::{Value, ValueError};

impl Value<'static> {
    pub(crate) fn of(value: impl Serialize) -> Result<Self, ValueError> {
        value.serialize(ToValue)
    }

    fn name(name: &'static str) -> Self {
        Self::Str(Cow::Borrowed(name))
    }

    /// A variant with data, as serde's self-describing formats write it: a map of one entry.
    fn variant(name: &'static str, payload: Self) -> Self {
        Self::Map(vec![(Self::name(name), payload)])
    }
}

struct ToValue;

type Written = Result<Value<'static>, ValueError>;

macro_rules! integers {
    ($($method:ident($ty:ty)),* $(,)?) => {$(
        fn $method(self, value: $ty) -> Written {
            Ok(Value::Int(value.into()))
        }
    )*};
}

impl Serializer for ToValue {
    type Ok = Value<'static>;
    type Error = ValueError;
    type SerializeSeq = Elements;
    type SerializeTuple = Elements;
    type SerializeTupleStruct = Elements;
    type SerializeTupleVariant = Elements;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Entries;

    integers! {
        serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64), serialize_i128(i128),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64),
    }

    fn serialize_u128(self, value: u128) -> Written {
        Ok(value.try_into().map_or(Value::Large(value), Value::Int))
    }

    fn serialize_bool(self, value: bool) -> Written {
        Ok(Value::Bool(value))
    }

    fn serialize_f32(self, value: f32) -> Written {
        Ok(Value::Float(value.into()))
    }

    fn serialize_f64(self, value: f64) -> Written {
        Ok(Value::Float(value))
    }

    fn serialize_char(self, value: char) -> Written {
        Ok(Value::Str(Cow::Owned(value.to_string())))
    }

    fn serialize_str(self, text: &str) -> Written {
        Ok(Value::Str(Cow::Owned(text.into())))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Written {
        Ok(Value::Bytes(Cow::Owned(bytes.into())))
    }

    fn serialize_none(self) -> Written {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Written {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Written {
        Ok(Value::name(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        Ok(Value::variant(variant, Value::of(value)?))
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Elements, ValueError> {
        Ok(Elements::default())
    }

    fn serialize_tuple(self, _len: usize) -> Result<Elements, ValueError> {
        Ok(Elements::default())
    }

    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Elements, ValueError> {
        Ok(Elements::default())
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Elements, ValueError> {
        Ok(Elements { variant: Some(variant), values: Vec::new() })
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Entries, ValueError> {
        Ok(Entries::default())
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Entries, ValueError> {
        Ok(Entries::default())
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Entries, ValueError> {
        Ok(Entries { variant: Some(variant), ..Entries::default() })
    }
}

#[derive(Default)]
struct Elements {
    variant: Option<&'static str>,
    values: Vec<Value<'static>>,
}

impl Elements {
    fn push(&mut self, value: impl Serialize) -> Result<(), ValueError> {
        self.values.push(Value::of(value)?);
        Ok(())
    }

    fn finish(self) -> Value<'static> {
        let values = Value::Seq(self.values);
        match self.variant {
            Some(variant) => Value::variant(variant, values),
            None => values,
        }
    }
}

#[derive(Default)]
struct Entries {
    variant: Option<&'static str>,
    key: Option<Value<'static>>,
    pairs: Vec<(Value<'static>, Value<'static>)>,
}

impl Entries {
    fn push(&mut self, key: &'static str, value: impl Serialize) -> Result<(), ValueError> {
        self.pairs.push((Value::name(key), Value::of(value)?));
        Ok(())
    }

    fn finish(self) -> Value<'static> {
        let entries = Value::Map(self.pairs);
        match self.variant {
            Some(variant) => Value::variant(variant, entries),
            None => entries,
        }
    }
}

macro_rules! elements {
    ($($trait:ident::$method:ident),* $(,)?) => {$(
        impl $trait for Elements {
            type Ok = Value<'static>;
            type Error = ValueError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
                self.push(value)
            }

            fn end(self) -> Written {
                Ok(self.finish())
            }
        }
    )*};
}

elements! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}

macro_rules! fields {
    ($($trait:ident),* $(,)?) => {$(
        impl $trait for Entries {
            type Ok = Value<'static>;
            type Error = ValueError;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), ValueError> {
                self.push(key, value)
            }

            fn end(self) -> Written {
                Ok(self.finish())
            }
        }
    )*};
}

fields!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Entries {
    type Ok = Value<'static>;
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.key = Some(match Value::of(key)? {
            Value::Str(text) => Value::Text(text),
            Value::Int(number) => Value::Text(number.to_string().into()),
            Value::Bool(value) => Value::Text(value.to_string().into()),
            _ => return Err(ValueError::new("a key must be a string, an integer or a boolean")),
        });
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let key = self.key.take().ok_or_else(|| ValueError::new("a value came before its key"))?;
        self.pairs.push((key, Value::of(value)?));
        Ok(())
    }

    fn end(self) -> Written {
        Ok(self.finish())
    }
}
