//! `#[wire(retry_after)]` fields: a delay in the type that the user chose.

use core::time::Duration;

use crate::member::{MemberError, Origin};
use crate::response::ErrorResponse;

/// A type that a `#[wire(retry_after)]` field may have: `Duration`, seconds as `u32`, `u64`, `usize`, `i32` or `i64`,
/// or an `Option` of one.
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
    note = "a `#[wire(retry_after)]` field is a `Duration`, seconds as `u32`, `u64`, `usize`, `i32` or `i64`, or an `Option` of one"
)]
pub trait Delay: Sized {
    /// The field's value for the delay that the response names; `None` where the type cannot go without one.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::Delay;
    ///
    /// assert_eq!(u64::from_delay(Some(Duration::from_millis(1200))), Some(2)); // whole seconds, rounded up
    /// assert_eq!(u64::from_delay(None), None);
    /// assert_eq!(Option::<u64>::from_delay(None), Some(None));
    /// ```
    fn from_delay(delay: Option<Duration>) -> Option<Self>;

    /// The delay that the field holds.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::Delay;
    ///
    /// assert_eq!(2_u32.delay(), Some(Duration::from_secs(2)));
    /// assert_eq!((-1_i64).delay(), None);
    /// ```
    fn delay(&self) -> Option<Duration>;
}

/// A type of a delay that the wire says as a number, in a member or a header: seconds as `u32`, `u64`, `usize`, `i32`
/// or `i64`, or an `Option` of one. A `Duration` is none: for serde it is a struct.
///
/// ```
/// # use errtax::ServiceError;
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("later")]
/// #[service_error(code = "Later")]
/// struct Later { #[wire(member = "RetryAfterSeconds", retry_after)] after: Option<u32> }
///
/// assert_eq!(Later { after: Some(2) }.retry_advice().after(), Some(std::time::Duration::from_secs(2)));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no number of seconds",
    label = "not a number of seconds",
    note = "a member or a header that is a delay is read as seconds: `u32`, `u64`, `usize`, `i32` or `i64`, or an `Option` of one"
)]
pub trait Seconds: Delay {
    /// As a delay.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::Seconds;
    ///
    /// assert_eq!(Some(2_u32).to_delay(), Some(Duration::from_secs(2)));
    /// ```
    fn to_delay(&self) -> Option<Duration> {
        self.delay()
    }
}

impl<T: Seconds> Seconds for Option<T> {}

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

            /// A negative number is no delay.
            fn delay(&self) -> Option<Duration> {
                u64::try_from(*self).ok().map(Duration::from_secs)
            }
        }

        impl Seconds for $ty {}
    )*};
}

seconds!(u32, u64, usize, i32, i64);

impl<T: Delay> Delay for Option<T> {
    fn from_delay(delay: Option<Duration>) -> Option<Self> {
        Some(delay.and_then(|delay| T::from_delay(Some(delay))))
    }

    fn delay(&self) -> Option<Duration> {
        self.as_ref().and_then(T::delay)
    }
}

/// A `#[wire(retry_after)]` field. The derive names [`Delay::from_delay`] at the field's type: a wrong one is said once.
#[doc(hidden)]
pub fn retry_after<T>(
    response: &ErrorResponse,
    from_delay: fn(Option<Duration>) -> Option<T>,
) -> Result<T, MemberError> {
    from_delay(response.retry_after()).ok_or_else(|| MemberError::missing(Origin::RetryAfter))
}

/// The same for a field with a default.
#[doc(hidden)]
pub fn retry_after_or<T>(
    response: &ErrorResponse,
    from_delay: fn(Option<Duration>) -> Option<T>,
    default: fn() -> T,
) -> T {
    let named = response.retry_after().and_then(|delay| from_delay(Some(delay)));
    named.unwrap_or_else(default)
}
