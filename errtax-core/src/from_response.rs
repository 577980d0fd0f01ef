//! From a response to a value of a class: the derived constructor, and what it is made of.

mod base;
mod delay;
mod field;
mod text;
mod whole;

pub use self::base::{Embedded, FromEmbedded, base, base_from, embedded};
pub use self::delay::{Delay, Seconds, retry_after, retry_after_or};
#[cfg(feature = "describe")]
pub(crate) use self::field::is_optional;
pub use self::field::{Read, field, field_or};
pub use self::text::Text;
pub use self::whole::{Kept, Underneath};

use crate::member::MemberError;
use crate::response::ErrorResponse;

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
    note = "it must not be `local`, and every field of it needs a role, such as `#[wire(member)]`; or mark the class that embeds it `local`"
)]
pub trait FromResponse: Sized {
    /// Builds the value. A class with a place for the response takes it; from any other it stays behind.
    ///
    /// ```
    /// use errtax::{ErrorResponse, FromResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("no order {id}")]
    /// # struct NoOrder { #[wire(member)] id: u64 }
    /// let mut response = ErrorResponse::new().with_member("id", 7).with_request_id("R-1");
    /// assert_eq!(NoOrder::from_response(&mut response).unwrap().id, 7);
    /// assert_eq!(response.request_id(), Some("R-1")); // `NoOrder` has no place for the response
    /// ```
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

/// `TryFrom<ErrorResponse>` for `T`: nothing was matched, whatever an earlier classification noted.
#[doc(hidden)]
pub fn fit<T: FromResponse>(mut response: ErrorResponse) -> Result<T, Unfit> {
    response.forget_match();
    // `map_err` and its closure would be compiled for each class.
    match T::from_response(&mut response) {
        Ok(value) => Ok(value),
        Err(error) => Err(Unfit { response, error }),
    }
}
