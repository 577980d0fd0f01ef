//! Filling a response: by hand for tests and fakes, and by the decoders.

use alloc::{
    boxed::Box,
    string::{String, ToString},
    vec::Vec,
};
use core::{error::Error, fmt};

use serde_core::Serialize;

use super::cap::capped;
use super::{Data, ErrorResponse, KEPT};
use crate::cause::Cause;
use crate::transport::Transport;
use crate::value::Value;

/// By hand.
///
/// ```
/// use errtax::{ErrorResponse, Transport};
///
/// let answer = ErrorResponse::new()
///     .with_status(429)
///     .with_code("ThrottlingException")
///     .with_message("Rate exceeded")
///     .with_request_id("R-1")
///     .with_service("orders")
///     .with_operation("PutOrder")
///     .with_protocol("aws-json")
///     .with_header("Retry-After", "2")
///     .with_body("{}")
///     .with_member("limit", 100)
///     .with_context("table", "orders");
/// assert_eq!(answer.retry_after(), Some(std::time::Duration::from_secs(2)));
/// assert_eq!(answer.member::<u32>("limit").unwrap(), Some(100));
///
/// let failure = ErrorResponse::new().with_transport(Transport::Connect).with_source("connection refused");
/// assert_eq!(failure.to_string(), "no connection could be made");
/// ```
impl ErrorResponse {
    /// An empty response. Allocates nothing.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().code(), None);
    /// ```
    pub const fn new() -> Self {
        Self(None)
    }

    /// With the HTTP status, taken as it is: 100 to 599 in HTTP (RFC 9110 §15).
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_status(503).to_string(), "503 Service Unavailable");
    /// ```
    pub fn with_status(mut self, status: u16) -> Self {
        self.data_mut().status = Some(status);
        self
    }

    /// With the code, taken as it is: only decoders normalise.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    ///
    /// assert_eq!(ErrorResponse::new().with_code("com.shop#Late").code(), Some("com.shop#Late"));
    /// ```
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.data_mut().code = Some(capped(code.into()));
        self
    }

    /// With the message for humans.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_message("too late").to_string(), "too late");
    /// ```
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.data_mut().message = Some(capped(message.into()));
        self
    }

    /// With the id of the request.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_request_id("R-1").request_id(), Some("R-1"));
    /// ```
    pub fn with_request_id(mut self, id: impl Into<String>) -> Self {
        self.data_mut().request_id = Some(capped(id.into()));
        self
    }

    /// With the service that answered.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_service("orders").service(), Some("orders"));
    /// ```
    pub fn with_service(mut self, service: impl Into<String>) -> Self {
        self.data_mut().service = Some(capped(service.into()));
        self
    }

    /// With the operation that was asked for.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_operation("PutOrder").operation(), Some("PutOrder"));
    /// ```
    pub fn with_operation(mut self, operation: impl Into<String>) -> Self {
        self.data_mut().operation = Some(capped(operation.into()));
        self
    }

    /// With the protocol that carried the answer.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_protocol("soap").protocol(), Some("soap"));
    /// ```
    pub fn with_protocol(mut self, protocol: impl Into<String>) -> Self {
        self.data_mut().protocol = Some(capped(protocol.into()).into());
        self
    }

    /// With one header more. Of two with one name, [`header`](Self::header) answers with the first.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// let response = ErrorResponse::new().with_header("X-Region", "eu").with_header("x-region", "us");
    /// assert_eq!(response.header("X-Region"), Some("eu"));
    /// ```
    pub fn with_header(mut self, name: impl AsRef<str>, value: impl AsRef<[u8]>) -> Self {
        self.data_mut().headers.push(name.as_ref(), value.as_ref());
        self
    }

    /// With the body, cut after 64 KiB. An empty one is none.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_body("late").body(), Some(&b"late"[..]));
    /// assert_eq!(ErrorResponse::new().with_body("").body(), None);
    /// ```
    pub fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        let data = self.data_mut();
        data.body = (!body.is_empty()).then(|| body[..body.len().min(KEPT)].into());
        data.reader = None;
        self
    }

    /// With a member, which comes before one of the same name in the body.
    ///
    /// Where a value cannot be serialised, or all members together would take more than 1 MiB, reading it back fails, and
    /// says why.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// let response = ErrorResponse::new().with_member("skus", ["A-7", "B-2"]);
    /// assert_eq!(response.member::<Vec<String>>("skus").unwrap().unwrap(), ["A-7", "B-2"]);
    /// ```
    pub fn with_member(mut self, name: impl Into<String>, value: impl Serialize) -> Self {
        self.data_mut().members.put(capped(name.into()).into_boxed_str(), Value::of(value));
        self
    }

    /// With something that the caller knows about the request: a table, a bucket, the number of attempts.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// assert_eq!(ErrorResponse::new().with_context("table", "orders").context("table"), Some("orders"));
    /// ```
    pub fn with_context(mut self, key: impl Into<String>, value: impl fmt::Display) -> Self {
        self.data_mut().context.push((capped(key.into()), capped(value.to_string())));
        self
    }

    /// With the way in which the request failed without an answer that could be read.
    ///
    /// ```
    /// use errtax::{ErrorResponse, Transport};
    /// assert_eq!(ErrorResponse::new().with_transport(Transport::Timeout).to_string(), "the request timed out");
    /// ```
    pub fn with_transport(mut self, transport: Transport) -> Self {
        self.data_mut().transport = Some(transport);
        self
    }

    /// With the foreign error underneath.
    ///
    /// ```
    /// use errtax::ErrorResponse;
    /// let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    /// assert!(ErrorResponse::new().with_source(refused).source().unwrap().is::<std::io::Error>());
    /// ```
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.data_mut().source = Some(Cause::new(source));
        self
    }

    pub(super) fn data_mut(&mut self) -> &mut Data {
        self.0.get_or_insert_default()
    }
}
