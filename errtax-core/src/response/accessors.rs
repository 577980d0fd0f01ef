//! What is in a response: each question answers `None` where nobody said so.

use core::time::Duration;

use serde_core::de::DeserializeOwned;

use super::{ErrorResponse, KEPT};
use crate::cause::Cause;
use crate::member::{MemberError, Origin};
use crate::status;
use crate::transport::Transport;

/// What is in it.
impl ErrorResponse {
    /// The HTTP status, or the protocol's equivalent.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_status(404).status(), Some(404));
    /// ```
    pub fn status(&self) -> Option<u16> {
        self.data()?.status
    }

    /// What the status is called, as the IANA registry has it (RFC 9110 §15); `None` for a status without a name.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_status(404).reason(), Some("Not Found"));
    /// assert_eq!(ErrorResponse::new().with_status(599).reason(), None);
    /// ```
    pub fn reason(&self) -> Option<&'static str> {
        self.status().and_then(status::reason)
    }

    /// The code that the service states in public, normalised by the decoder.
    ///
    /// ```
    /// use errtax::wire::{NO_HEADERS, aws_json};
    ///
    /// let response = aws_json::decode(400, NO_HEADERS, br#"{"__type": "com.shop#OutOfStock"}"#);
    /// assert_eq!(response.code(), Some("OutOfStock"));
    /// ```
    pub fn code(&self) -> Option<&str> {
        self.data()?.code.as_deref()
    }

    /// The name of the error's shape, where the wire states one besides a different public code: the first, where it
    /// states several.
    ///
    /// A query-compatible AWS service answers with both (`x-amzn-query-error` and `__type`): the shape picks the
    /// class, the public code is what [`code`](Self::code) says.
    ///
    /// ```
    /// use errtax::wire::aws_json;
    ///
    /// let response = aws_json::decode(
    ///     400,
    ///     [("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender")],
    ///     br#"{"__type": "com.amazonaws.sqs#QueueDoesNotExist"}"#,
    /// );
    /// assert_eq!(response.code(), Some("AWS.SimpleQueueService.NonExistentQueue"));
    /// assert_eq!(response.shape(), Some("QueueDoesNotExist"));
    /// ```
    pub fn shape(&self) -> Option<&str> {
        self.shapes().next()
    }

    /// The message that the service sent for humans.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_message("out of stock").message(), Some("out of stock"));
    /// ```
    pub fn message(&self) -> Option<&str> {
        self.data()?.message.as_deref()
    }

    /// The id under which the service logged the request.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_request_id("R-1").request_id(), Some("R-1"));
    /// ```
    pub fn request_id(&self) -> Option<&str> {
        self.data()?.request_id.as_deref()
    }

    /// The service that answered, as the caller or the wire names it.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_service("orders").service(), Some("orders"));
    /// ```
    pub fn service(&self) -> Option<&str> {
        self.data()?.service.as_deref()
    }

    /// The operation that was asked for.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_operation("PutOrder").operation(), Some("PutOrder"));
    /// ```
    pub fn operation(&self) -> Option<&str> {
        self.data()?.operation.as_deref()
    }

    /// The protocol that the answer was decoded from, such as `aws-json`.
    ///
    /// ```
    /// use errtax::wire::{NO_HEADERS, aws_json};
    /// assert_eq!(aws_json::decode(500, NO_HEADERS, b"").protocol(), Some("aws-json"));
    /// ```
    pub fn protocol(&self) -> Option<&str> {
        self.data()?.protocol.as_deref()
    }

    /// The first header of that name, whatever its case. Bytes that are no UTF-8 are replaced (U+FFFD).
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_header("X-Region", "eu").header("x-region"), Some("eu"));
    /// ```
    pub fn header(&self, name: &str) -> Option<&str> {
        self.data()?.headers.get(name)
    }

    /// The body, cut after 64 KiB.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_body("<html>").body(), Some(&b"<html>"[..]));
    /// ```
    pub fn body(&self) -> Option<&[u8]> {
        let body = self.data()?.body.as_deref()?;
        Some(&body[..body.len().min(KEPT)])
    }

    /// How long the service asked callers to wait: what a decoder found (google.rpc's `RetryInfo`), else
    /// `x-amz-retry-after` (milliseconds), else `Retry-After` (seconds, or a date, with the feature `std`; RFC 9110
    /// §10.2.3).
    ///
    /// A date is counted from the answer's own `Date`, else from now; one in the past is zero.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::ErrorResponse;
    ///
    /// let response = ErrorResponse::new().with_header("x-amz-retry-after", "1500");
    /// assert_eq!(response.retry_after(), Some(Duration::from_millis(1500)));
    /// ```
    pub fn retry_after(&self) -> Option<Duration> {
        let data = self.data()?;
        data.delay.or_else(|| data.headers.retry_after())
    }

    /// What the caller noted about the request under that key: the last, if it was noted twice.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_context("attempt", 1).with_context("attempt", 2).context("attempt"), Some("2"));
    /// ```
    pub fn context(&self, key: &str) -> Option<&str> {
        let context = &self.data()?.context;
        context.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// How the request failed without an answer that could be read as a whole; `None` where there was one.
    ///
    /// ```
    /// use errtax::{ErrorResponse, Transport};
    /// assert_eq!(ErrorResponse::new().with_transport(Transport::Dns).transport(), Some(Transport::Dns));
    /// ```
    pub fn transport(&self) -> Option<Transport> {
        self.data()?.transport
    }

    /// The foreign error underneath.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// let failure = ErrorResponse::new().with_source("connection refused");
    /// assert_eq!(failure.source().map(ToString::to_string).as_deref(), Some("connection refused"));
    /// ```
    pub fn source(&self) -> Option<&Cause> {
        self.data()?.source.as_ref()
    }

    /// One member of the error, by its name on the wire; `None` where it is absent or null.
    ///
    /// The same on every wire: typed values are read as they are (a JSON string is no number), what a wire writes
    /// without types (XML, headers, context) is read as the type that is asked for, and a type that asks for bytes is
    /// given what base64 stands for where the wire has no bytes. Of a name that stands there twice, the last counts; in
    /// XML, all of them are a list.
    ///
    /// ```
    /// use errtax::wire::{NO_HEADERS, aws_json};
    ///
    /// let response = aws_json::decode(400, NO_HEADERS, br#"{"__type": "Late", "seconds": 7}"#);
    /// assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
    /// assert_eq!(response.member::<u64>("minutes").unwrap(), None);
    /// ```
    ///
    /// # Errors
    ///
    /// [`MemberError`] where the member does not fit `T`, or the body breaks off before the member ends.
    pub fn member<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, MemberError> {
        self.read(Origin::Member(name))
    }

    /// Whether the response came over a wire, rather than being built by hand: such a one is never rendered as it is.
    ///
    /// ```
    /// use errtax::{ErrorResponse, wire::{NO_HEADERS, aws_json}};
    /// assert!(aws_json::decode(500, NO_HEADERS, b"").is_received());
    /// assert!(!ErrorResponse::new().with_status(500).is_received());
    /// ```
    pub fn is_received(&self) -> bool {
        self.data().is_some_and(|data| data.received)
    }
}
