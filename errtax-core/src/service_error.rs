//! The dynamic face: what every service error answers, whatever its class.

pub(crate) mod answer;
mod downcast;

use alloc::borrow::Cow;
use core::error::Error;

use crate::fault::Fault;
use crate::member::Origin;
use crate::members::Members;
use crate::response::ErrorResponse;
use crate::retry::RetryAdvice;
use crate::taxon::Taxon;

/// A class whose values are errors. Derive it; only [`taxon`](Self::taxon) is required.
///
/// What a value *is* is its taxon's to say; the questions below answer with what the wire said about it, else with
/// what its class declares.
///
/// ```
/// use errtax::{Retry, ServiceError};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("slow down")]
/// #[service_error(code = "SlowDown", status = 503, retryable(throttling))]
/// struct SlowDown;
///
/// assert_eq!(SlowDown.code(), Some("SlowDown"));
/// assert_eq!(SlowDown.status(), Some(503));
/// assert_eq!(SlowDown.retry_advice().retry(), Some(Retry::Throttling));
/// assert_eq!(SlowDown.message().as_deref(), Some("slow down")); // a local error's message is its `Display`
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a service error",
    label = "not a service error",
    note = "derive it: `#[derive(Debug, Error, ServiceError)]`; a foreign error needs a class around it, and a category has no values: ask `is_a` for it, or write `e is Category` in `catch!`"
)]
pub trait ServiceError: Error + Send + Sync + 'static {
    /// The declaration of the value's class.
    ///
    /// ```
    /// use errtax::ServiceError;
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("busy")]
    /// struct Busy;
    ///
    /// assert_eq!(Busy.taxon().name(), "Busy");
    /// ```
    fn taxon(&self) -> &'static Taxon;

    /// The response that the value keeps, if it keeps one.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders: {response}")]
    /// # struct OrdersError { #[wire(response)] response: ErrorResponse }
    /// let error = OrdersError { response: ErrorResponse::new().with_code("Late") };
    /// assert_eq!(error.response().and_then(|response| response.code()), Some("Late"));
    /// ```
    fn response(&self) -> Option<&ErrorResponse> {
        None
    }

    /// The value of the parent class that is embedded in this one, if there is one.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders: {response}")]
    /// # struct OrdersError { #[wire(response)] response: ErrorResponse }
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("late: {base}")]
    /// struct Late { #[service_error(base)] base: OrdersError }
    ///
    /// let late = Late { base: OrdersError { response: ErrorResponse::new() } };
    /// assert_eq!(late.base().map(|base| base.taxon().name()), Some("OrdersError"));
    /// ```
    fn base(&self) -> Option<&dyn ServiceError> {
        None
    }

    /// The value that this one stands in for, if it is a wrapper: one that keeps a response beside it, say.
    ///
    /// ```
    /// use errtax::ServiceError;
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("the storage is down")]
    /// # struct StorageError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// enum OrderError {
    ///     #[error(transparent)]
    ///     Storage(StorageError),
    /// }
    ///
    /// let error = OrderError::Storage(StorageError);
    /// assert_eq!(error.inner().map(|inner| inner.taxon().name()), Some("StorageError"));
    /// ```
    fn inner(&self) -> Option<&dyn ServiceError> {
        None
    }

    /// Whether this value is of that class as the wrapper of its [`inner`](Self::inner) one, whatever its taxon says.
    ///
    /// The derive writes it for enums: a variant that holds another service error has that one's taxon, and is one of
    /// the enum's values all the same.
    ///
    /// ```
    /// use errtax::{Class, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("the storage is down")]
    /// # struct StorageError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # enum OrderError { #[error(transparent)] Storage(StorageError) }
    /// let error = OrderError::Storage(StorageError);
    /// assert_eq!(error.taxon().name(), "StorageError");
    /// assert!(error.is_wrapped_as(OrderError::TAXON));
    /// ```
    fn is_wrapped_as(&self, class: &Taxon) -> bool {
        let _ = class;
        false
    }

    /// What this value says about repeating the request, before its rule and its class are asked.
    ///
    /// The derive writes it for `retryable = path::to::fn` and for a `#[wire(retry_after)]` field.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::ServiceError;
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("too many")]
    /// struct TooMany(#[wire(retry_after)] Duration);
    ///
    /// let advice = TooMany(Duration::from_secs(2)).own_advice().unwrap();
    /// assert_eq!((advice.retry(), advice.after()), (None, Some(Duration::from_secs(2))));
    /// ```
    fn own_advice(&self) -> Option<RetryAdvice> {
        None
    }

    /// The text that this value's own fields hold for `origin`.
    ///
    /// The derive writes it for `#[wire(message)]`, `#[wire(request_id)]` and `#[wire(context)]` fields.
    ///
    /// ```
    /// use errtax::{Origin, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("busy")]
    /// struct Busy { #[wire(context)] table: String }
    ///
    /// let busy = Busy { table: "orders".into() };
    /// assert_eq!(busy.own_text(Origin::Context("table")), Some("orders"));
    /// ```
    fn own_text(&self, origin: Origin<'_>) -> Option<&str> {
        let _ = origin;
        None
    }

    /// Writes the members that this value sends when it is rendered.
    ///
    /// The derive writes it for a class that says `out`: each `#[wire(member)]` and `#[wire(header = "…")]` field. What
    /// an embedded base writes, and the service error that a variant holds, is asked for there.
    ///
    /// ```
    /// use errtax::{Members, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("{sku} is out of stock")]
    /// #[service_error(members, out)]
    /// struct OutOfStock { sku: String }
    ///
    /// let mut members = Members::new();
    /// OutOfStock { sku: "A-7".into() }.own_members(&mut members);
    /// assert!(members.names().eq(["sku"]));
    /// ```
    fn own_members(&self, members: &mut Members) {
        let _ = members;
    }

    /// The code: the wire's, else the class's. What a wire puts before it, and the class's root states (the base of
    /// problem types, the domain of gRPC's reasons), is no part of it.
    ///
    /// ```
    /// use errtax::ServiceError;
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("busy")]
    /// #[service_error(code = "Busy")]
    /// struct Busy;
    ///
    /// assert_eq!(Busy.code(), Some("Busy"));
    /// ```
    fn code(&self) -> Option<&str> {
        answer::code(self.taxon(), self.response())
    }

    /// The message: the wire's; a local error's is its `Display`.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders: {response}")]
    /// # struct OrdersError { #[wire(response)] response: ErrorResponse }
    /// let error = OrdersError { response: ErrorResponse::new().with_message("no such table") };
    /// assert_eq!(error.message().as_deref(), Some("no such table"));
    /// ```
    fn message(&self) -> Option<Cow<'_, str>> {
        answer::message(self.response(), self.own_text(Origin::Message), format_args!("{self}"))
    }

    /// The HTTP status: the wire's, else the class's.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders: {response}")]
    /// # struct OrdersError { #[wire(response)] response: ErrorResponse }
    /// let error = OrdersError { response: ErrorResponse::new().with_status(409) };
    /// assert_eq!(error.status(), Some(409));
    /// ```
    fn status(&self) -> Option<u16> {
        answer::status(self.taxon(), self.response())
    }

    /// Whose fault it is: as the wire's status says, else as the class does.
    ///
    /// ```
    /// use errtax::{Fault, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("busy")]
    /// #[service_error(status = 503)]
    /// struct Busy;
    ///
    /// assert_eq!(Busy.fault(), Some(Fault::Server));
    /// ```
    fn fault(&self) -> Option<Fault> {
        answer::fault(self.taxon(), self.response())
    }

    /// Whether repeating the request may help, and after which delay.
    ///
    /// The first that speaks: the value, the matched rule, [`Transport::Build`](crate::Transport::Build) (never: what
    /// could not be built was not sent, and fails again), the class or its nearest ancestor, the protocol's code lists,
    /// a status of 500, 502, 503 or 504 (transient), 429 (throttling, unless a code rule matched).
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::{ErrorResponse, Retry, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders: {response}")]
    /// # struct OrdersError { #[wire(response)] response: ErrorResponse }
    /// let response = ErrorResponse::new().with_status(503).with_header("Retry-After", "2");
    /// let advice = OrdersError { response }.retry_advice();
    /// assert_eq!((advice.retry(), advice.after()), (Some(Retry::Transient), Some(Duration::from_secs(2))));
    /// ```
    fn retry_advice(&self) -> RetryAdvice {
        answer::retry_advice(self.taxon(), self.response(), self.own_advice())
    }

    /// Whether something says that repeating the request may help.
    ///
    /// ```
    /// use errtax::ServiceError;
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("busy")]
    /// #[service_error(retryable)]
    /// struct Busy;
    ///
    /// assert!(Busy.is_retryable());
    /// ```
    fn is_retryable(&self) -> bool {
        self.retry_advice().is_retryable()
    }

    /// The id under which the service logged the request.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders: {response}")]
    /// # struct OrdersError { #[wire(response)] response: ErrorResponse }
    /// let error = OrdersError { response: ErrorResponse::new().with_request_id("R-1") };
    /// assert_eq!(error.request_id(), Some("R-1"));
    /// ```
    fn request_id(&self) -> Option<&str> {
        answer::request_id(self.response(), self.own_text(Origin::RequestId))
    }

    /// What is known about the request under that key.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders: {response}")]
    /// # struct OrdersError { #[wire(response)] response: ErrorResponse }
    /// let error = OrdersError { response: ErrorResponse::new().with_context("table", "orders") };
    /// assert_eq!(error.context("table"), Some("orders"));
    /// ```
    fn context(&self, key: &str) -> Option<&str> {
        answer::context(key, self.response(), self.own_text(Origin::Context(key)))
    }

    /// The value, its class forgotten.
    ///
    /// ```
    /// use errtax::{ServiceError, category};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("busy")]
    /// #[service_error(also(category::Unavailable))]
    /// struct Busy;
    ///
    /// assert!(Busy.as_dyn().is_a::<category::Unavailable>());
    /// ```
    fn as_dyn(&self) -> &dyn ServiceError
    where
        Self: Sized,
    {
        self
    }
}
