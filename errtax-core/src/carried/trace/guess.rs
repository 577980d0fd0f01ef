//! The deserializer that makes up what it is asked for.

mod asked;

use core::cell::Cell;
use core::fmt;
use std::thread_local;

use serde_core::de::{DeserializeOwned, Error};
use serde_json::Value as Json;

use self::asked::Asked;

/// How deep a value goes, and how many values there are in all: types may contain themselves.
const DEPTH: usize = 8;
const VALUES: usize = 512;

/// What became of one attempt.
pub(super) struct Guessed {
    pub(super) is_read: bool,
    /// The names that the type itself, and nothing inside of it, would have taken.
    pub(super) names: Option<&'static [&'static str]>,
    pub(super) value: Json,
}

/// One attempt at reading a type, with `name` wherever a text or a variant is asked for.
pub(super) struct Guess {
    name: &'static str,
    values_left: Cell<usize>,
}

impl Guess {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, values_left: Cell::new(VALUES) }
    }

    pub(super) fn read<T: DeserializeOwned>(&self) -> Guessed {
        NAMES.set(None);
        INSIDE.set(0);
        let mut value = Json::Null;
        let is_read = T::deserialize(Asked { guess: self, depth: 0, value: &mut value }).is_ok();
        Guessed { is_read, names: NAMES.take(), value }
    }
}

thread_local! {
    /// The names that were asked for: an error about a name is made by a function that knows nothing else.
    static NAMES: Cell<Option<&'static [&'static str]>> = const { Cell::new(None) };
    /// How many structs and maps are open: their names are not the type's own.
    static INSIDE: Cell<usize> = const { Cell::new(0) };
}

fn note(names: &'static [&'static str]) {
    if INSIDE.get() == 0 && NAMES.get().is_none() {
        NAMES.set(Some(names));
    }
}

/// Reads what is inside of a struct, a map or a variant.
fn within<T>(read: impl FnOnce() -> T) -> T {
    INSIDE.set(INSIDE.get() + 1);
    let value = read();
    INSIDE.set(INSIDE.get() - 1);
    value
}

/// The type would not have it. Why does not matter.
#[derive(Debug)]
pub(super) struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl core::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        note(expected);
        Self
    }
}
