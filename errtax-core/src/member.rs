//! Where a typed field's value comes from, and why it may not be there.

use alloc::{boxed::Box, string::ToString};
use core::fmt;

use crate::line;
use crate::value::ValueError;

/// The place in a response that one field of a class is filled from.
///
/// ```
/// use errtax::Origin;
///
/// assert_eq!(Origin::Member("Item").to_string(), "member `Item`");
/// assert_eq!(Origin::Message.to_string(), "the message");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin<'a> {
    /// The message that the service sent for humans.
    Message,
    /// The request's id.
    RequestId,
    /// The delay that the service asked for.
    RetryAfter,
    /// A member of the body, by its name on the wire.
    Member(&'a str),
    /// A header, by its case-insensitive name.
    Header(&'a str),
    /// What the caller noted about the request, by its key.
    Context(&'a str),
}

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message => f.write_str("the message"),
            Self::RequestId => f.write_str("the request id"),
            Self::RetryAfter => f.write_str("the retry delay"),
            Self::Member(name) => write!(f, "member `{}`", line::of(name)),
            Self::Header(name) => write!(f, "header `{}`", line::of(name)),
            Self::Context(key) => write!(f, "context `{}`", line::of(key)),
        }
    }
}

/// Why a field of a class could not be filled from a response.
///
/// ```
/// use errtax::ErrorResponse;
///
/// let response = ErrorResponse::new().with_member("id", "not a number");
/// let error = response.member::<u64>("id").unwrap_err();
/// assert_eq!(error.to_string(), "member `id`: invalid type: string \"not a number\", expected u64");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{origin}: {problem}")]
pub struct MemberError {
    origin: Box<str>,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Problem {
    #[error("missing")]
    Missing,
    #[error(transparent)]
    Unfit(ValueError),
}

impl MemberError {
    pub(crate) fn missing(origin: Origin<'_>) -> Self {
        Self { origin: origin.to_string().into(), problem: Problem::Missing }
    }

    pub(crate) fn unfit(origin: Origin<'_>, error: ValueError) -> Self {
        Self { origin: origin.to_string().into(), problem: Problem::Unfit(error) }
    }

    /// Whether the response does not have what the field asks for, rather than having something that does not fit.
    ///
    /// ```
    /// use errtax::{ErrorResponse, MemberError};
    ///
    /// #[derive(Debug, thiserror::Error, errtax::ServiceError)]
    /// #[error("no order {id}")]
    /// #[service_error(code = "NoOrder")]
    /// struct NoOrder { #[wire(member)] id: u64 }
    ///
    /// let unfit = NoOrder::try_from(ErrorResponse::new()).unwrap_err();
    /// assert!(unfit.error.is_missing());
    /// ```
    pub fn is_missing(&self) -> bool {
        self.problem == Problem::Missing
    }
}
