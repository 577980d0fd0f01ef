//! Members that have parts: structs and unions of any scalars.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::member::Member;
use crate::wire::Wire;

/// A struct whose fields are called what XML calls the parts of an entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
#[serde(bound = "T: Serialize + DeserializeOwned")]
pub(crate) struct Nested<T> {
    key: T,
    value: Option<T>,
    #[serde(rename = "member")]
    list: Vec<T>,
    #[cfg_attr(fuzzing, arbitrary(with = chain))]
    entry: Option<Box<Self>>,
}

/// Not as deep as bytes allow: what is nested deeper than 128 values is not read.
#[cfg(fuzzing)]
fn chain<'a, T: arbitrary::Arbitrary<'a>>(
    bytes: &mut arbitrary::Unstructured<'a>,
) -> arbitrary::Result<Option<Box<Nested<T>>>> {
    let mut entry = None;
    for _ in 0..bytes.int_in_range(0..=8)? {
        let (key, value, list) = bytes.arbitrary()?;
        entry = Some(Box::new(Nested { key, value, list, entry }));
    }
    Ok(entry)
}

pub(crate) fn nested<T: Member>(depth: usize) -> BoxedStrategy<Nested<T>> {
    let entry = if depth == 0 { Just(None).boxed() } else { option::of(nested(depth - 1)).boxed() };
    (T::any(), option::of(T::any()), vec(T::any(), 0..3), entry)
        .prop_map(|(key, value, list, entry)| Nested { key, value, list, entry: entry.map(Box::new) })
        .boxed()
}

impl<T: Member> Nested<T> {
    pub(crate) fn carried(self, wire: Wire) -> Self {
        Self {
            key: self.key.in_body(wire),
            value: self.value.map(|value| value.in_body(wire)),
            list: self.list.into_iter().map(|value| value.in_body(wire)).collect(),
            entry: self.entry.map(|entry| Box::new(entry.carried(wire))),
        }
    }
}

/// A union, as serde writes one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
pub(crate) enum Choice<T> {
    Nothing,
    One(T),
    Two(T, u8),
    Named { value: Option<T>, key: u8 },
}

pub(crate) fn choice<T: Member>() -> BoxedStrategy<Choice<T>> {
    prop_oneof![
        Just(Choice::Nothing),
        T::any().prop_map(Choice::One),
        (T::any(), any::<u8>()).prop_map(|(one, other)| Choice::Two(one, other)),
        (option::of(T::any()), any::<u8>()).prop_map(|(value, key)| Choice::Named { value, key }),
    ]
    .boxed()
}

impl<T: Member> Choice<T> {
    pub(crate) fn carried(self, wire: Wire) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::One(one) => Self::One(one.in_body(wire)),
            Self::Two(one, other) => Self::Two(one.in_body(wire), other),
            Self::Named { value, key } => Self::Named { value: value.map(|value| value.in_body(wire)), key },
        }
    }
}
