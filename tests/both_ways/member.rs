//! The types of members: values of each, and what arrives of one.

use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use proptest::sample::select;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::wire::{self, Wire};

/// A type that a member may have.
pub(crate) trait Member:
    Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    fn any() -> BoxedStrategy<Self>;

    /// What arrives of a value in the body.
    fn in_body(self, _wire: Wire) -> Self {
        self
    }

    /// What arrives of a value in a header, if a header can carry it.
    fn in_header(self, _wire: Wire) -> Option<Self> {
        Some(self)
    }
}

/// What the wires, or their readers, might take for something else than a text.
const PIECES: [&str; 48] = [
    "",
    " ",
    "\r\n",
    "\r",
    "\n",
    "\t",
    "\0",
    "\u{1}",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "\u{202e}",
    "e\u{301}",
    "🦀",
    "ü",
    "]]>",
    "<!--",
    "<a>",
    "&amp;",
    "&#0;",
    "&",
    "\"",
    "'",
    "\\",
    "\\u0000",
    "%",
    "%0d%0a",
    "{}",
    "[1]",
    "null",
    "true",
    "-1",
    "NaN",
    "member",
    "entry",
    "key",
    "value",
    ";",
    "#",
    ":",
    "=",
];

pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => proptest::collection::vec(proptest::char::range('a', 'z'), 1..9).prop_map(String::from_iter),
    ];
    proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

impl Member for String {
    fn any() -> BoxedStrategy<Self> {
        text().boxed()
    }

    fn in_body(self, wire: Wire) -> Self {
        wire.text(&self)
    }

    fn in_header(self, wire: Wire) -> Option<Self> {
        wire.header(&self)
    }
}

impl Member for char {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![any::<char>(), select(&['\0', '\r', ' ', '<', '"', '\u{ffff}', '\u{10ffff}'][..])].boxed()
    }

    fn in_body(self, wire: Wire) -> Self {
        if wire == Wire::AwsXml { wire::in_xml(self) } else { self }
    }

    fn in_header(self, wire: Wire) -> Option<Self> {
        wire.header(self.encode_utf8(&mut [0; 4]))?.chars().next()
    }
}

impl Member for bool {
    fn any() -> BoxedStrategy<Self> {
        any::<bool>().boxed()
    }
}

macro_rules! integers {
    ($($ty:ty),*) => {$(
        impl Member for $ty {
            fn any() -> BoxedStrategy<Self> {
                prop_oneof![Just(<$ty>::MIN), Just(<$ty>::MAX), Just(0), any::<$ty>()].boxed()
            }
        }
    )*};
}

integers!(u8, u16, u32, u64, u128, i8, i16, i32, i64, i128);

/// A floating-point number, which is the same as itself even where it is none.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
pub(crate) struct Exact<F>(pub(crate) F);

macro_rules! floats {
    ($($ty:ident),*) => {$(
        impl PartialEq for Exact<$ty> {
            fn eq(&self, other: &Self) -> bool {
                self.0.to_bits() == other.0.to_bits() || self.0.is_nan() && other.0.is_nan()
            }
        }

        impl Member for Exact<$ty> {
            fn any() -> BoxedStrategy<Self> {
                let special = [$ty::NAN, $ty::INFINITY, $ty::NEG_INFINITY, -0.0, $ty::MAX, $ty::MIN_POSITIVE, 1e15];
                prop_oneof![select(special.to_vec()), proptest::num::$ty::ANY].prop_map(Exact).boxed()
            }
        }
    )*};
}

floats!(f32, f64);

/// Bytes, which are base64 where a wire has none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
pub(crate) struct Blob(#[serde(with = "serde_bytes")] Vec<u8>);

impl Member for Blob {
    fn any() -> BoxedStrategy<Self> {
        proptest::collection::vec(any::<u8>(), 0..20).prop_map(Self).boxed()
    }
}

/// A point in time, as most AWS protocols write it: seconds since 1970, with milliseconds (Smithy 2.0, `timestampFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "f64", from = "f64")]
pub(crate) struct Timestamp(SystemTime);

impl From<f64> for Timestamp {
    fn from(seconds: f64) -> Self {
        let millis = Duration::from_secs_f64(seconds.clamp(0.0, 1e12)).as_secs_f64() * 1000.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped above")]
        let millis = millis.round() as u64;
        Self::from_millis(millis)
    }
}

impl From<Timestamp> for f64 {
    fn from(time: Timestamp) -> Self {
        time.0.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs_f64()
    }
}

impl Timestamp {
    /// The milliseconds of the years that RFC 3339 can write.
    pub(crate) const MILLIS: std::ops::Range<u64> = 0..253_402_300_800_000;

    pub(crate) fn from_millis(millis: u64) -> Self {
        Self(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
    }
}

impl Member for Timestamp {
    fn any() -> BoxedStrategy<Self> {
        Self::MILLIS.prop_map(Self::from_millis).boxed()
    }
}

/// An open enum: a name that a later version of the service has is no error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
pub(crate) enum Kind {
    Plain,
    #[serde(rename = "Renamed <b>")]
    Renamed,
    #[serde(untagged)]
    Unknown(String),
}

impl Kind {
    fn named(name: String) -> Self {
        match &*name {
            "Plain" => Self::Plain,
            "Renamed <b>" => Self::Renamed,
            _ => Self::Unknown(name),
        }
    }
}

impl Member for Kind {
    fn any() -> BoxedStrategy<Self> {
        prop_oneof![Just(Self::Plain), Just(Self::Renamed), text().prop_map(Self::named)].boxed()
    }

    fn in_body(self, wire: Wire) -> Self {
        match self {
            Self::Unknown(name) => Self::named(name.in_body(wire)),
            known => known,
        }
    }

    fn in_header(self, wire: Wire) -> Option<Self> {
        match self {
            Self::Unknown(name) => name.in_header(wire).map(Self::named),
            known => Some(known),
        }
    }
}
