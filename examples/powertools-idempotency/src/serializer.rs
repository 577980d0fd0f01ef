//! What the original finds out where a serialiser is made of the type of the responses. Here the compiler does: a
//! response is of a type that serde writes and reads.

use crate::exceptions::{BaseError, IdempotencyModelTypeError, IdempotencyNoSerializationModelError};

/// A serialiser of the original's, by the types that it is for.
///
/// ```
/// use powertools_idempotency::Serializer;
///
/// assert_eq!(Serializer::Dataclass.refuses().to_string(), "Model type is not inherited of dataclass type");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Serializer {
    /// For Python's own dataclasses.
    Dataclass,
    /// For models of the library pydantic.
    Pydantic,
}

impl Serializer {
    /// Its answer to a type of another kind.
    pub fn refuses(self) -> IdempotencyModelTypeError {
        IdempotencyModelTypeError(BaseError::new(match self {
            Self::Dataclass => "Model type is not inherited of dataclass type",
            Self::Pydantic => "Model type is not inherited from pydantic BaseModel",
        }))
    }

    /// Its answer to a choice of types: one of them and `None` is all that it takes.
    pub fn refuses_a_choice(self) -> IdempotencyModelTypeError {
        let expected = "expected a single type, optionally wrapped in Optional or Union with None.";
        IdempotencyModelTypeError(BaseError::new(format!("Invalid type: {expected}")))
    }

    /// Its answer to a function that does not say what it returns.
    pub fn misses_a_model(self) -> IdempotencyNoSerializationModelError {
        IdempotencyNoSerializationModelError(BaseError::new("No serialization model was supplied"))
    }
}
