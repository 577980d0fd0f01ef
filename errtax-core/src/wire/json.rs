//! JSON documents, read without building them: a few texts of the top level at once, or one member as a value.

use alloc::{borrow::Cow, string::String};
use core::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::value::{Value, ValueError};

/// The texts at `keys` in the top-level object of `body`; `None` for one that is absent or no string.
///
/// Reads as far as the body is JSON: what stands before a break is found.
pub(super) fn texts<'a, const N: usize>(body: &'a [u8], keys: [&str; N]) -> [Option<Cow<'a, str>>; N] {
    let mut found = [const { None }; N];
    let mut json = serde_json::Deserializer::from_slice(body);
    // An error leaves in `found` what came before it: that is all there is to know.
    let _ = json.deserialize_map(Texts { keys: &keys, found: &mut found });
    found
}

/// The member `name` of the top-level object of `body`: of two with one name, the last.
pub(super) fn member<'a>(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let mut found = None;
    let mut json = serde_json::Deserializer::from_slice(body);
    match json.deserialize_map(Member { name, found: &mut found }) {
        Err(error) if found.is_none() => Err(ValueError::new(error)),
        // It broke off after the member, whole as it is.
        Ok(()) | Err(_) => Ok(found),
    }
}

struct Texts<'k, 'f, 'a> {
    keys: &'k [&'k str],
    found: &'f mut [Option<Cow<'a, str>>],
}

impl<'de> Visitor<'de> for Texts<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(place) = map.next_key_seed(Key(|key: &str| self.keys.iter().position(|known| *known == key)))? {
            match place {
                Some(place) => self.found[place] = map.next_value_seed(TextOrNothing)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

struct Member<'n, 'f, 'a> {
    name: &'n str,
    found: &'f mut Option<Value<'a>>,
}

impl<'de> Visitor<'de> for Member<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(is_it) = map.next_key_seed(Key(|key: &str| key == self.name))? {
            if is_it {
                *self.found = None;
                *self.found = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// What a function makes of a key, without keeping the key.
struct Key<F>(F);

impl<'de, T, F: FnOnce(&str) -> T> DeserializeSeed<'de> for Key<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnOnce(&str) -> T> Visitor<'_> for Key<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<T, E> {
        Ok((self.0)(key))
    }
}

/// A string, or nothing for any other value.
struct TextOrNothing;

impl<'de> DeserializeSeed<'de> for TextOrNothing {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Scalars that are no strings: nothing.
macro_rules! nothing {
    ($($method:ident($($ty:ty)?)),* $(,)?) => {$(
        fn $method<E>(self $(, _: $ty)?) -> Result<Self::Value, E> {
            Ok(None)
        }
    )*};
}

impl<'de> Visitor<'de> for TextOrNothing {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    nothing! { visit_unit(), visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64) }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(String::from(text))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_seq(seq).map(|_| None)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_map(map).map(|_| None)
    }
}
