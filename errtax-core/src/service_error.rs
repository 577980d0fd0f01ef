//! The dynamic face: what every service error answers, whatever its class.

use alloc::borrow::Cow;
use core::error::Error;

use crate::fault::Fault;
use crate::member::Origin;
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
    note = "derive it: `#[derive(Debug, Error, ServiceError)]`; a foreign error needs a class around it"
)]
pub trait ServiceError: Error + Send + Sync + 'static {
    /// The declaration of the value's class.
    fn taxon(&self) -> &'static Taxon;

    /// The response that the value keeps, if it keeps one.
    fn response(&self) -> Option<&ErrorResponse> {
        None
    }

    /// The value of the parent class that is embedded in this one, if there is one.
    fn base(&self) -> Option<&dyn ServiceError> {
        None
    }

    /// The value that this one stands in for, if it is a wrapper: one that keeps a response beside it, say.
    fn inner(&self) -> Option<&dyn ServiceError> {
        None
    }

    /// Whether this value is of that class as the wrapper of its [`inner`](Self::inner) one, whatever its taxon says.
    ///
    /// The derive writes it for enums: a variant that holds another service error has that one's taxon, and is one of
    /// the enum's values all the same.
    fn is_wrapped_as(&self, class: &Taxon) -> bool {
        let _ = class;
        false
    }

    /// What this value says about repeating the request, before its rule and its class are asked.
    ///
    /// The derive writes it for `retryable = path::to::fn` and for a `#[wire(retry_after)]` field.
    fn own_advice(&self) -> Option<RetryAdvice> {
        None
    }

    /// The text that this value's own fields hold for `origin`.
    ///
    /// The derive writes it for `#[wire(message)]`, `#[wire(request_id)]` and `#[wire(context)]` fields.
    fn own_text(&self, origin: Origin<'_>) -> Option<&str> {
        let _ = origin;
        None
    }

    /// The code: the wire's, else the class's.
    fn code(&self) -> Option<&str> {
        answer::code(self.taxon(), self.response())
    }

    /// The message: the wire's; a local error's is its `Display`.
    fn message(&self) -> Option<Cow<'_, str>> {
        answer::message(self.response(), self.own_text(Origin::Message), format_args!("{self}"))
    }

    /// The HTTP status: the wire's, else the class's.
    fn status(&self) -> Option<u16> {
        answer::status(self.taxon(), self.response())
    }

    /// Whose fault it is: as the wire's status says, else as the class does.
    fn fault(&self) -> Option<Fault> {
        answer::fault(self.taxon(), self.response())
    }

    /// Whether repeating the request may help, and after which delay.
    ///
    /// The first that speaks: the value, the matched rule, the class or its nearest ancestor, the protocol's code
    /// lists, a status of 500, 502, 503 or 504 (transient), 429 (throttling, unless a code rule matched).
    fn retry_advice(&self) -> RetryAdvice {
        answer::retry_advice(self.taxon(), self.response(), self.own_advice())
    }

    /// Whether something says that repeating the request may help.
    fn is_retryable(&self) -> bool {
        self.retry_advice().is_retryable()
    }

    /// The id under which the service logged the request.
    fn request_id(&self) -> Option<&str> {
        self.response().and_then(ErrorResponse::request_id).or_else(|| self.own_text(Origin::RequestId))
    }

    /// What is known about the request under that key.
    fn context(&self, key: &str) -> Option<&str> {
        let noted = self.response().and_then(|response| response.context(key));
        noted.or_else(|| self.own_text(Origin::Context(key)))
    }

    /// The value, its class forgotten.
    fn as_dyn(&self) -> &dyn ServiceError
    where
        Self: Sized,
    {
        self
    }
}

/// The answers, compiled once: a default method of the trait is compiled once for each class.
pub(crate) mod answer {
    use alloc::{borrow::Cow, fmt::format};
    use core::fmt::Arguments;

    use crate::fault::Fault;
    use crate::response::ErrorResponse;
    use crate::retry::{Retry, RetryAdvice};
    use crate::rule::Rule;
    use crate::taxon::Taxon;

    /// The wire's, else the class's.
    pub fn code<'a>(taxon: &Taxon, response: Option<&'a ErrorResponse>) -> Option<&'a str> {
        response.and_then(ErrorResponse::code).or(taxon.code())
    }

    pub(super) fn message<'a>(
        response: Option<&'a ErrorResponse>,
        own: Option<&'a str>,
        display: Arguments<'_>,
    ) -> Option<Cow<'a, str>> {
        match (response.and_then(ErrorResponse::message).or(own), response) {
            (Some(said), _) => Some(Cow::Borrowed(said)),
            (None, Some(_)) => None,
            (None, None) => Some(Cow::Owned(format(display))),
        }
    }

    /// The wire's, else the class's.
    pub fn status(taxon: &Taxon, response: Option<&ErrorResponse>) -> Option<u16> {
        response.and_then(ErrorResponse::status).or(taxon.status())
    }

    /// As the wire's status says, else as the class does.
    pub fn fault(taxon: &Taxon, response: Option<&ErrorResponse>) -> Option<Fault> {
        response.and_then(ErrorResponse::status).and_then(Fault::from_status).or(taxon.fault())
    }

    /// The first that speaks: see [`ServiceError::retry_advice`](super::ServiceError::retry_advice).
    pub fn retry_advice(taxon: &Taxon, response: Option<&ErrorResponse>, own: Option<RetryAdvice>) -> RetryAdvice {
        let said = declared(taxon, response, own);
        if said.retry().is_some() {
            return said;
        }
        let retry = response.and_then(ErrorResponse::listed_retry).or_else(|| match status(taxon, response) {
            Some(429) if response.and_then(ErrorResponse::rule).map_or(taxon.code().is_some(), Rule::has_code) => None,
            status => status.and_then(Retry::from_status),
        });
        retry.map_or(said, |retry| said.with_retry(retry))
    }

    /// What the declarations say: the value's own, its rule's, its class's or the nearest ancestor's. And the delay
    /// that the service asked for, which is nobody's opinion.
    pub(crate) fn declared(taxon: &Taxon, response: Option<&ErrorResponse>, own: Option<RetryAdvice>) -> RetryAdvice {
        let retry = response.and_then(ErrorResponse::rule).and_then(|rule| rule.retry).or(taxon.retry());
        let said = retry.map_or_else(RetryAdvice::new, RetryAdvice::from);
        let after = response.and_then(ErrorResponse::retry_after);
        own.unwrap_or_default().or(after.map_or(said, |after| said.with_after(after)))
    }
}

impl dyn ServiceError {
    /// The value itself as a `T`, or what is in it at any depth: a base that it embeds, or the service error that an
    /// enum's variant holds.
    ///
    /// An [`Unclassified`](crate::Unclassified) error `is_a` its nearest class, and has no value of it to give.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("orders: {response}")]
    /// struct OrdersError { #[wire(response)] response: ErrorResponse }
    ///
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("table not found: {base}")]
    /// struct TableNotFound { #[service_error(base)] base: OrdersError }
    ///
    /// let response = ErrorResponse::new().with_message("no such table");
    /// let error = errtax::Error::new(TableNotFound { base: OrdersError { response } });
    /// assert!(error.downcast_ref::<TableNotFound>().is_some());
    /// assert!(error.downcast_ref::<OrdersError>().is_some()); // the base inside
    /// ```
    pub fn downcast_ref<T: ServiceError>(&self) -> Option<&T> {
        let mut link = Some(self);
        while let Some(value) = link {
            let value_as_error: &(dyn Error + 'static) = value;
            if let Some(found) = value_as_error.downcast_ref() {
                return Some(found);
            }
            link = value.inner().or_else(|| value.base());
        }
        None
    }
}
