//! What is asked for inside of another value: items, entries, and what a variant holds.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_core::Deserializer;
use serde_core::de::value::StrDeserializer;
use serde_core::de::{DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::{Map, Value as Json, json};

use super::asked::Asked;
use super::{DEPTH, Guess, INSIDE, Refused};

/// Values inside of another.
pub(super) struct Inside<'a> {
    pub(super) guess: &'a Guess,
    pub(super) depth: usize,
    pub(super) left: usize,
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

pub(super) struct Items<'a> {
    pub(super) inside: Inside<'a>,
    pub(super) items: &'a mut Vec<Json>,
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

pub(super) struct Object<'a> {
    pub(super) inside: Inside<'a>,
    pub(super) fields: &'static [&'static str],
    pub(super) entries: &'a mut Map<String, Json>,
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
pub(super) struct Variant<'a> {
    pub(super) name: &'static str,
    pub(super) asked: Asked<'a>,
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
        INSIDE.set(INSIDE.get() + 1);
        let value = read(Asked { guess: asked.guess, depth: asked.depth + 1, value: &mut held });
        INSIDE.set(INSIDE.get() - 1);
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
