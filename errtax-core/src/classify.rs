//! Foreign results to ours, in one call.

use crate::class::Class;
use crate::error::Result;
use crate::registry;
use crate::response::ErrorResponse;

/// Classifies the error of a foreign result: of each that a bridge knows, and of any other that becomes an
/// [`ErrorResponse`].
///
/// The bridges are features: `aws-sdk` for the AWS SDK's `SdkError`, `redis1` for the `RedisError` of redis 1. For an
/// error of your own, write `impl From<YourError> for ErrorResponse`.
///
/// ```
/// use errtax::{Classify, ErrorResponse, ServiceError, Transport};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders: {response}")]
/// struct OrdersError { #[wire(response)] response: ErrorResponse }
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no answer from {host}")]
/// #[service_error(parent = OrdersError, retryable)]
/// #[wire(transport)]
/// struct NoAnswer { #[wire(context)] host: String }
///
/// /// What some HTTP library fails with.
/// struct Refused;
///
/// impl From<Refused> for ErrorResponse {
///     fn from(_: Refused) -> Self {
///         Self::new().with_transport(Transport::Connect)
///     }
/// }
///
/// fn send() -> Result<u8, Refused> { Err(Refused) }
///
/// fn count() -> errtax::Result<u8> {
///     let count = send().classify_with::<OrdersError>(|response| response.with_context("host", "orders.example"))?;
///     Ok(count + 1)
/// }
///
/// assert_eq!(count().unwrap_err().to_string(), "no answer from orders.example");
/// assert!(send().classify::<OrdersError>().unwrap_err().is_a::<OrdersError>());
/// ```
pub trait Classify<T>: Sized {
    /// The value, or the error as the most specific class in the subtree of `Root` that claims it.
    ///
    /// # Errors
    ///
    /// The foreign error, classified; where no class claims it, as [`Unclassified`](crate::Unclassified).
    fn classify<Root: Class>(self) -> Result<T> {
        self.classify_with::<Root>(|response| response)
    }

    /// The same, after `note` has added what only the caller knows: operation, service, context.
    ///
    /// `note` is not called where there is no error.
    ///
    /// # Errors
    ///
    /// The foreign error, classified; where no class claims it, as [`Unclassified`](crate::Unclassified).
    fn classify_with<Root: Class>(self, note: impl FnOnce(ErrorResponse) -> ErrorResponse) -> Result<T>;
}

impl<T, E: Into<ErrorResponse>> Classify<T> for Result<T, E> {
    fn classify_with<Root: Class>(self, note: impl FnOnce(ErrorResponse) -> ErrorResponse) -> Result<T> {
        self.map_err(|error| registry::classify::<Root>(note(error.into())))
    }
}
