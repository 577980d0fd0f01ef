//! From a response to a value of a class: the derived constructor and what it is made of.

use core::time::Duration;

use serde_core::de::DeserializeOwned;

use crate::{Cause, Error, ErrorResponse, MemberError, Origin, ServiceError};

/// A class whose values can be built from a response. The derive writes it; callers use `TryFrom<ErrorResponse>`.
///
/// ```
/// use errtax::{ErrorResponse, ServiceError};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no order {id}")]
/// #[service_error(code = "NoOrder")]
/// struct NoOrder { #[wire(member)] id: u64 }
///
/// let fake = NoOrder::try_from(ErrorResponse::new().with_member("id", 7)).unwrap();
/// assert_eq!(fake.id, 7);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be built from a response",
    label = "not constructible",
    note = "every field of it needs a role, such as `#[wire(member)]`; or mark the class that embeds it `local`"
)]
pub trait FromResponse: Sized {
    /// Builds the value. A class with a place for the response takes it; from any other it stays behind.
    ///
    /// # Errors
    ///
    /// [`MemberError`] where a field cannot be filled: the response is then untouched.
    fn from_response(response: &mut ErrorResponse) -> Result<Self, MemberError>;
}

/// A response that does not fit the class it was to become: the whole response, and why.
///
/// ```
/// use errtax::{ErrorResponse, ServiceError};
///
/// # #[derive(Debug, thiserror::Error, ServiceError)]
/// # #[error("no order {id}")]
/// # struct NoOrder { #[wire(member)] id: u64 }
/// let unfit = NoOrder::try_from(ErrorResponse::new().with_code("NoOrder")).unwrap_err();
/// assert_eq!(unfit.response.code(), Some("NoOrder"));
/// assert_eq!(unfit.error.to_string(), "member `id`: missing");
/// ```
#[derive(Clone, Debug, thiserror::Error)]
#[error("the response does not fit the class")]
pub struct Unfit {
    /// The response, unchanged.
    pub response: ErrorResponse,
    /// Why it does not fit.
    #[source]
    pub error: MemberError,
}

/// How a response becomes an erased error of one class.
#[doc(hidden)]
pub(crate) type Build = fn(ErrorResponse) -> Result<Error, Unfit>;

/// [`Build`] for `T`: what `T` does not take of the response is kept beside it.
#[doc(hidden)]
pub fn build<T: FromResponse + ServiceError>(mut response: ErrorResponse) -> Result<Error, Unfit> {
    match T::from_response(&mut response) {
        Ok(value) => Ok(Error::beside(value, response)),
        Err(error) => Err(Unfit { response, error }),
    }
}

/// `TryFrom<ErrorResponse>` for `T`.
#[doc(hidden)]
pub fn fit<T: FromResponse>(mut response: ErrorResponse) -> Result<T, Unfit> {
    T::from_response(&mut response).map_err(|error| Unfit { response, error })
}

/// A field filled through serde. A type that can be absent (an `Option`) says so itself.
#[doc(hidden)]
pub fn field<T: DeserializeOwned>(response: &ErrorResponse, origin: Origin<'_>) -> Result<T, MemberError> {
    match response.read(origin)? {
        Some(value) => Ok(value),
        None => T::deserialize(Absent).map_err(|Absence| MemberError::missing(origin)),
    }
}

/// The same for a field with a default.
#[doc(hidden)]
pub fn field_or<T: DeserializeOwned>(
    response: &ErrorResponse,
    origin: Origin<'_>,
    default: impl FnOnce() -> T,
) -> Result<T, MemberError> {
    Ok(response.read(origin)?.unwrap_or_else(default))
}

/// A `#[wire(cause)]` field.
#[doc(hidden)]
pub fn cause(response: &ErrorResponse) -> Option<Cause> {
    response.source().cloned()
}

/// A type that a `#[wire(retry_after)]` field may have: `Duration`, an integer of seconds, or an `Option` of one.
///
/// ```
/// # use errtax::ServiceError;
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("come back in {seconds} s")]
/// #[service_error(status = 429)]
/// struct TooMany { #[wire(retry_after)] seconds: u64 }
///
/// assert_eq!(TooMany { seconds: 2 }.retry_advice().after(), Some(std::time::Duration::from_secs(2)));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no delay",
    label = "not a delay",
    note = "a `#[wire(retry_after)]` field is a `Duration`, an unsigned integer of seconds, or an `Option` of one"
)]
pub trait Delay: Sized {
    /// The field's value for the delay that the response names; `None` where the type cannot go without one.
    fn from_delay(delay: Option<Duration>) -> Option<Self>;

    /// The delay that the field holds.
    fn delay(&self) -> Option<Duration>;
}

impl Delay for Duration {
    fn from_delay(delay: Option<Duration>) -> Option<Self> {
        delay
    }

    fn delay(&self) -> Option<Duration> {
        Some(*self)
    }
}

macro_rules! seconds {
    ($($ty:ty),*) => {$(
        impl Delay for $ty {
            /// In whole seconds, rounded up: a caller that waits as long as the field says never comes too early.
            fn from_delay(delay: Option<Duration>) -> Option<Self> {
                let delay = delay?;
                let seconds = delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0));
                Some(Self::try_from(seconds).unwrap_or(Self::MAX))
            }

            fn delay(&self) -> Option<Duration> {
                Some(Duration::from_secs(u64::from(*self)))
            }
        }
    )*};
}

seconds!(u8, u16, u32, u64);

impl<T: Delay> Delay for Option<T> {
    fn from_delay(delay: Option<Duration>) -> Option<Self> {
        Some(delay.and_then(|delay| T::from_delay(Some(delay))))
    }

    fn delay(&self) -> Option<Duration> {
        self.as_ref().and_then(T::delay)
    }
}

/// A `#[wire(retry_after)]` field.
#[doc(hidden)]
pub fn retry_after<T: Delay>(response: &ErrorResponse) -> Result<T, MemberError> {
    T::from_delay(response.retry_after()).ok_or_else(|| MemberError::missing(Origin::RetryAfter))
}

/// The same for a field with a default.
#[doc(hidden)]
pub fn retry_after_or<T: Delay>(response: &ErrorResponse, default: impl FnOnce() -> T) -> Result<T, MemberError> {
    let named = response.retry_after().and_then(|delay| T::from_delay(Some(delay)));
    Ok(named.unwrap_or_else(default))
}

/// Nothing where a value was asked for: an `Option` is content with it, every other type is not.
struct Absent;

#[derive(Debug, thiserror::Error)]
#[error("absent")]
struct Absence;

impl serde_core::de::Error for Absence {
    fn custom<T: core::fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> serde_core::Deserializer<'de> for Absent {
    type Error = Absence;

    fn deserialize_any<V: serde_core::de::Visitor<'de>>(self, _: V) -> Result<V::Value, Absence> {
        Err(Absence)
    }

    fn deserialize_option<V: serde_core::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Absence> {
        visitor.visit_none()
    }

    serde_core::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A field's text, if its type is one that has a text: what `own_text` answers with.
///
/// Inherent methods come before a trait's: where `T` is no [`AsText`], [`NoText`] answers.
#[doc(hidden)]
pub struct Text<'a, T>(pub &'a T);

#[doc(hidden)]
pub trait NoText {
    fn get(&self) -> Option<&'static str> {
        None
    }
}

impl<T> NoText for Text<'_, T> {}

impl<'a, T: AsText> Text<'a, T> {
    #[doc(hidden)]
    pub fn get(&self) -> Option<&'a str> {
        self.0.as_text()
    }
}

#[doc(hidden)]
pub trait AsText {
    fn as_text(&self) -> Option<&str>;
}

macro_rules! texts {
    ($($ty:ty),*) => {$(
        impl AsText for $ty {
            fn as_text(&self) -> Option<&str> {
                Some(self)
            }
        }
    )*};
}

texts!(alloc::string::String, alloc::boxed::Box<str>, alloc::sync::Arc<str>, alloc::borrow::Cow<'static, str>);

impl<T: AsText> AsText for Option<T> {
    fn as_text(&self) -> Option<&str> {
        self.as_ref().and_then(T::as_text)
    }
}
