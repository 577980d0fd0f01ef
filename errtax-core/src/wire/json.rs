//! JSON documents, read without building them: a few texts of the top level at once, or one member as a value. And one
//! object, written.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
    vec::Vec,
};
use core::fmt;

use serde_core::de::{Deserialize as _, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::mark::without_mark;
use crate::value::{Value, ValueError};

/// `body` as JSON is: what is no Unicode is replaced (U+FFFD).
pub(super) fn document(body: &[u8]) -> Cow<'_, str> {
    let body = without_mark(body);
    // Twice as fast as replacing nothing, which is what nearly every body asks for.
    str::from_utf8(body).map_or_else(|_| String::from_utf8_lossy(body), Cow::Borrowed)
}

/// The values at `keys` in the top-level object of `document`, as they stand there; `None` for one that is absent.
///
/// Reads as far as the document is JSON: what stands before a break is found.
pub(super) fn values<'a, const N: usize>(document: &'a str, keys: [&str; N]) -> [Option<&'a RawValue>; N] {
    let mut found = [const { None }; N];
    let mut json = serde_json::Deserializer::from_str(document);
    // An error leaves in `found` what came before it: that is all there is to know.
    let _ = json.deserialize_map(At { keys: &keys, found: &mut found, value: Raw });
    found
}

/// The strings at `keys` in the top-level object of `document`; `None` for one that is absent or no string.
///
/// Reads as far as [`values`] does.
pub(super) fn texts<'a, const N: usize>(document: &'a str, keys: [&str; N]) -> [Option<Cow<'a, str>>; N] {
    let mut found = [const { None }; N];
    let mut json = serde_json::Deserializer::from_str(document);
    match json.deserialize_map(At { keys: &keys, found: &mut found, value: Text }) {
        Ok(()) => found,
        // Slower, and further: past half a surrogate pair, or a number that is too large.
        Err(_) => values(document, keys).map(|value| text(value?)),
    }
}

/// The string that `value` is, if it is one: where nothing in it is escaped, what stands between its quotes.
pub(super) fn text(value: &RawValue) -> Option<Cow<'_, str>> {
    let json = value.get();
    let text = json.strip_prefix('"')?.strip_suffix('"')?;
    // All bytes, not the first that is one: the loop is short, and without a branch in it vectors take sixteen a step.
    if text.bytes().fold(0, |found, byte| found | u8::from(byte == b'\\')) == 0 {
        return Some(Cow::Borrowed(text));
    }
    let lone_surrogates = || serde_json::Deserializer::from_str(json).deserialize_bytes(Lossy).ok();
    serde_json::from_str(json).ok().or_else(lone_surrogates).map(Cow::Owned)
}

/// The member `name` of the top-level object of `body`: of two with one name, the last.
pub(super) fn member<'a>(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let mut found = None;
    let mut json = serde_json::Deserializer::from_slice(without_mark(body));
    match json.deserialize_map(Member { name, found: &mut found }) {
        Err(error) if found.is_none() => Err(ValueError::new(error)),
        // It broke off after the member, whole as it is.
        Ok(()) | Err(_) => Ok(found),
    }
}

/// One object of those members, in order: of a name that stands there twice, the first.
pub(super) fn object<'a>(members: impl IntoIterator<Item = (&'a str, Value<'a>)>) -> Vec<u8> {
    let mut entries: Vec<(Value<'_>, Value<'_>)> = Vec::new();
    for (name, value) in members {
        let name = Value::Text(Cow::Borrowed(name));
        if entries.iter().all(|(known, _)| *known != name) {
            entries.push((name, value));
        }
    }
    // Keys are texts and the writer is memory: nothing is left that could fail.
    serde_json::to_vec(&Value::Map(entries)).unwrap_or_default()
}

/// A value as JSON.
#[cfg(feature = "grpc")]
pub(super) fn text_of(value: &Value<'_>) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Where what stands at some keys is put, and how it is read.
struct At<'k, 'f, T, V> {
    keys: &'k [&'k str],
    found: &'f mut [T],
    value: V,
}

impl<'de, T, V: DeserializeSeed<'de, Value = T> + Copy> Visitor<'de> for At<'_, '_, T, V> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(place) = map.next_key_seed(Key(|key: &str| self.keys.iter().position(|known| *known == key)))? {
            match place {
                Some(place) => self.found[place] = map.next_value_seed(self.value)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// A value as it stands there.
#[derive(Clone, Copy)]
struct Raw;

impl<'de> DeserializeSeed<'de> for Raw {
    type Value = Option<&'de RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        <&RawValue>::deserialize(deserializer).map(Some)
    }
}

/// A string; `None` for any other value.
#[derive(Clone, Copy)]
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Option<Cow<'de, str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Option<Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_seq(seq).map(|_| None)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_map(map).map(|_| None)
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

/// A string with half a surrogate pair in it, which is no text: the half is replaced.
struct Lossy;

impl Visitor<'_> for Lossy {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<String, E> {
        Ok(String::from_utf8_lossy(bytes).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::{text, texts, values};

    #[test]
    fn texts_are_those_of_the_values_whatever_else_a_document_holds() {
        let deep = format!(r#"{{"a":{}{},"b":"after"}}"#, "[".repeat(200), "]".repeat(200));
        let documents = [
            (r#"{"a":"one","c":[1,{"b":"inner"}],"b":"t\u0077o"}"#, [Some("one"), Some("two")]),
            (r#"{"a":null,"a":"last","b":"x","b":7}"#, [Some("last"), None]),
            (r#"{"a":{"a":"inner"},"b":["b"]}"#, [None, None]),
            (r#"{"a":true,"b":-1.5}"#, [None, None]),
            (r#"{"a":1e999,"b":"after"}"#, [None, Some("after")]),
            (r#"{"a":"half \ud800","b":"after"}"#, [Some("half \u{fffd}\u{fffd}\u{fffd}"), Some("after")]),
            (r#"{"a":"before","b":"broken"#, [Some("before"), None]),
            (r#"{"a":"before"} and after"#, [Some("before"), None]),
            (&*deep, [None, Some("after")]),
            (r#"["a","b"]"#, [None, None]),
            ("", [None, None]),
        ];
        for (document, expected) in documents {
            let found = texts(document, ["a", "b"]);
            assert_eq!(found.each_ref().map(|text| text.as_deref()), expected, "{document}");
            assert_eq!(found, values(document, ["a", "b"]).map(|value| text(value?)), "{document}");
        }
    }
}
