//! What is asked for: one value, and what is inside of it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_core::de::value::StrDeserializer;
use serde_core::de::{DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_core::{Deserializer, forward_to_deserialize_any};
use serde_json::{Map, Value as Json, json};

use super::{DEPTH, Guess, INSIDE, Refused, note, within};

/// One value that is asked for, and where to write it down.
pub(super) struct Asked<'a> {
    pub(super) guess: &'a Guess,
    pub(super) depth: usize,
    pub(super) value: &'a mut Json,
}

impl<'a> Asked<'a> {
    /// What it holds, as many as `left`, is asked for in turn.
    fn inside(&self, left: usize) -> Inside<'a> {
        Inside { guess: self.guess, depth: self.depth + 1, left }
    }

    /// The same value, in one wrapper more.
    fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    fn with<T>(self, value: impl Into<Json>, visit: impl FnOnce() -> Result<T, Refused>) -> Result<T, Refused> {
        *self.value = value.into();
        visit()
    }
}

macro_rules! numbers {
    ($($deserialize:ident)*) => {$(
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
            self.with(1, || visitor.visit_u64(1))
        }
    )*};
}

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Refused;

    /// Whoever takes anything takes a text, in which a name is looked for at last.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let name = self.guess.name;
        self.with(name, || visitor.visit_str(name))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.with(true, || visitor.visit_bool(true))
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.with(1.5, || visitor.visit_f64(1.5))
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.with("c", || visitor.visit_char('c'))
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        // As JSON has bytes: in base64.
        self.with("Ynl0ZXM=", || visitor.visit_bytes(b"bytes"))
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if self.depth < DEPTH { visitor.visit_some(self.deeper()) } else { visitor.visit_none() }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.with(Json::Null, || visitor.visit_unit())
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        if self.depth < DEPTH { visitor.visit_newtype_struct(self.deeper()) } else { Err(Refused) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_tuple(1, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Refused> {
        let mut items = Vec::new();
        let inside = self.inside(if self.depth < DEPTH { len } else { 0 });
        let read = visitor.visit_seq(Items { inside, items: &mut items });
        self.with(items, || read)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_struct("", &["key"], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let mut entries = Map::new();
        let inside = self.inside(if self.depth < DEPTH { fields.len() } else { 0 });
        let read = within(|| visitor.visit_map(Object { inside, fields, entries: &mut entries }));
        self.with(entries, || read)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        note(variants);
        let is_own = INSIDE.get() == 0;
        let name = if is_own { Some(&self.guess.name) } else { variants.first() };
        visitor.visit_enum(Variant { name: name.copied().ok_or(Refused)?, asked: self })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_unit(visitor)
    }

    forward_to_deserialize_any! { str string identifier }
}

/// Values inside of another.
struct Inside<'a> {
    guess: &'a Guess,
    depth: usize,
    left: usize,
}

impl Inside<'_> {
    /// The next one, if there is one more.
    fn next<'de, T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<(T::Value, Json)>, Refused> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let values_left = self.guess.values_left.get().checked_sub(1).ok_or(Refused)?;
        self.guess.values_left.set(values_left);
        let mut value = Json::Null;
        let read = seed.deserialize(Asked { guess: self.guess, depth: self.depth, value: &mut value })?;
        Ok(Some((read, value)))
    }
}

struct Items<'a> {
    inside: Inside<'a>,
    items: &'a mut Vec<Json>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        Ok(self.inside.next(seed)?.map(|(read, value)| {
            self.items.push(value);
            read
        }))
    }
}

struct Object<'a> {
    inside: Inside<'a>,
    fields: &'static [&'static str],
    entries: &'a mut Map<String, Json>,
}

impl Object<'_> {
    /// The key whose value comes next.
    fn key(&self) -> Option<&'static str> {
        self.fields.get(self.fields.len() - self.inside.left).copied()
    }
}

impl<'de> MapAccess<'de> for Object<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        if self.inside.left == 0 {
            return Ok(None);
        }
        let key = |key: &'static str| -> StrDeserializer<'static, Refused> { key.into_deserializer() };
        self.key().map(|name| seed.deserialize(key(name))).transpose()
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Refused> {
        let key = self.key().ok_or(Refused)?;
        let (read, value) = self.inside.next(seed)?.ok_or(Refused)?;
        self.entries.insert(key.to_string(), value);
        Ok(read)
    }
}

/// A variant by its name, as serde's data model has enums.
struct Variant<'a> {
    name: &'static str,
    asked: Asked<'a>,
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self), Refused> {
        let name: StrDeserializer<'_, Refused> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl Variant<'_> {
    /// What the variant holds stands under its name.
    fn holding<T>(self, read: impl FnOnce(Asked<'_>) -> Result<T, Refused>) -> Result<T, Refused> {
        let Self { name, asked } = self;
        if asked.depth >= DEPTH {
            return Err(Refused);
        }
        let mut held = Json::Null;
        let value = within(|| read(Asked { guess: asked.guess, depth: asked.depth + 1, value: &mut held }));
        *asked.value = json!({ name: held });
        value
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        *self.asked.value = self.name.into();
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refused> {
        self.holding(|held| seed.deserialize(held))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Refused> {
        self.holding(|held| held.deserialize_tuple(len, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Refused> {
        self.holding(|held| held.deserialize_struct("", fields, visitor))
    }
}
