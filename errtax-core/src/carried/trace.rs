//! What a type would read: asked of its `Deserialize`, without a value of it.
//!
//! The type is given one made-up value after the other, whatever it asks for, and what it asked for is written down as
//! JSON. An enum tells its names by what it asks for, or by the error it raises about a name that it does not know: an
//! open one raises it, too, before it takes the name as it came.

mod guess;

use alloc::vec::Vec;
use core::marker::PhantomData;

use serde_core::de::DeserializeOwned;
use serde_json::Value as Json;

use self::guess::{Guess, Guessed};
use crate::from_response::is_optional;

/// What a type would read.
#[doc(hidden)]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// Whether it is content with nothing.
    pub is_optional: bool,
    /// The names that it knows, where it is one of several.
    pub values: Option<Values>,
    /// A value such as it reads.
    pub sample: Option<Json>,
}

/// The names that a value may be.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    pub known: Vec<&'static str>,
    /// Whether others are taken too.
    pub is_open: bool,
}

/// A name that no enum has.
const UNKNOWN: &str = "string";

impl Trace {
    pub(super) fn of<T: DeserializeOwned>() -> Self {
        let is_optional = is_optional::<T>();
        let Guessed { is_read, names, value } = guess::<T>(UNKNOWN);
        let Some(known) = names else {
            return Self { is_optional, values: None, sample: is_read.then_some(value) };
        };
        let sample = known.first().map(|name| guess::<T>(name)).filter(|guessed| guessed.is_read);
        Self {
            is_optional,
            values: Some(Values { known: known.to_vec(), is_open: is_read }),
            sample: sample.map(|guessed| guessed.value),
        }
    }
}

fn guess<T: DeserializeOwned>(name: &'static str) -> Guessed {
    Guess::new(name).read::<T>()
}

/// How to trace `T`, where it can be read at all.
///
/// An inherent constant comes before a trait's: where `T` cannot be read, [`Untraced`] answers.
#[doc(hidden)]
pub struct TraceOf<T>(PhantomData<T>);

impl<T: DeserializeOwned> TraceOf<T> {
    pub const TRACE: Option<fn() -> Trace> = Some(Trace::of::<T>);
}

#[doc(hidden)]
pub trait Untraced {
    const TRACE: Option<fn() -> Trace> = None;
}

impl<T> Untraced for TraceOf<T> {}
