//! What the wire said, as data, before anyone decided what it is.

mod build;
mod headers;
mod text;

use alloc::{borrow::Cow, boxed::Box, string::String, sync::Arc, vec::Vec};
use core::{fmt, time::Duration};

use serde_core::de::DeserializeOwned;

use self::headers::Headers;
use crate::cause::Cause;
use crate::member::{MemberError, Origin};
use crate::retry::Retry;
use crate::rule::Rule;
use crate::transport::Transport;
use crate::value::{Reader, Value, ValueError};

/// The most that is kept of a body, of all headers, and of any one text: 64 KiB.
pub(crate) const KEPT: usize = 64 * 1024;

/// An error answer as data: status, code, message, headers, body, members, and what the caller knows of the request.
///
/// Decoders and bridges make one of what arrived; tests and fakes build one by hand. It is one pointer in size, and
/// an empty one allocates nothing. A body, each text, and all headers together are capped at 64 KiB when they are
/// kept; only members are read from documents of up to 1 MiB (a `DynamoDB` item has up to 400 KB).
///
/// ```
/// use errtax::ErrorResponse;
///
/// let response = ErrorResponse::new()
///     .with_status(404)
///     .with_code("ResourceNotFoundException")
///     .with_message("table `orders` not found")
///     .with_header("X-Amzn-RequestId", "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG");
/// assert_eq!(response.code(), Some("ResourceNotFoundException"));
/// assert_eq!(response.header("x-amzn-requestid").map(str::len), Some(52));
/// assert_eq!(response.to_string(), "table `orders` not found");
/// ```
#[derive(Clone, Default)]
pub struct ErrorResponse(Option<Box<Data>>);

#[derive(Clone, Default)]
struct Data {
    status: Option<u16>,
    code: Option<String>,
    shape: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    service: Option<String>,
    operation: Option<String>,
    /// A decoder's is its own name, and needs no copy.
    protocol: Option<Cow<'static, str>>,
    headers: Headers,
    /// Shared, so that a copy of a response is cheap.
    body: Option<Arc<[u8]>>,
    body_is_cut: bool,
    reader: Option<Reader>,
    members: Vec<(Box<str>, Result<Value<'static>, ValueError>)>,
    context: Vec<(String, String)>,
    transport: Option<Transport>,
    source: Option<Cause>,
    received: bool,
    /// What the protocol's own code lists say, as the decoder found it.
    listed_retry: Option<Retry>,
    matched: Option<Match>,
}

/// What the classifier notes: the rule that claimed the response, and the service that its class is of.
#[derive(Clone, Copy)]
pub(crate) struct Match {
    pub(crate) rule: &'static Rule,
    pub(crate) service: Option<&'static str>,
}

/// What is in it.
impl ErrorResponse {
    /// The HTTP status, or the protocol's equivalent.
    pub fn status(&self) -> Option<u16> {
        self.data()?.status
    }

    /// The code that the service states in public, normalised by the decoder.
    pub fn code(&self) -> Option<&str> {
        self.data()?.code.as_deref()
    }

    /// The name of the error's shape, where the wire states one besides a different public code.
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
        self.data()?.shape.as_deref()
    }

    /// The message that the service sent for humans.
    pub fn message(&self) -> Option<&str> {
        self.data()?.message.as_deref()
    }

    /// The id under which the service logged the request.
    pub fn request_id(&self) -> Option<&str> {
        self.data()?.request_id.as_deref()
    }

    /// The service that answered, as the caller or the wire names it.
    pub fn service(&self) -> Option<&str> {
        self.data()?.service.as_deref()
    }

    /// The operation that was asked for.
    pub fn operation(&self) -> Option<&str> {
        self.data()?.operation.as_deref()
    }

    /// The protocol that the answer was decoded from, such as `aws-json`.
    pub fn protocol(&self) -> Option<&str> {
        self.data()?.protocol.as_deref()
    }

    /// The first header of that name, whatever its case. Bytes that are no UTF-8 are replaced (U+FFFD).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.data()?.headers.get(name)
    }

    /// The body, cut after 64 KiB.
    pub fn body(&self) -> Option<&[u8]> {
        let body = self.data()?.body.as_deref()?;
        Some(&body[..body.len().min(KEPT)])
    }

    /// How long the service asked callers to wait: `x-amz-retry-after` (milliseconds), else `Retry-After` (seconds,
    /// or a date, with the feature `std`; RFC 9110 §10.2.3).
    ///
    /// A date is counted from the answer's own `Date`, else from now; one in the past is zero.
    pub fn retry_after(&self) -> Option<Duration> {
        self.data()?.headers.retry_after()
    }

    /// What the caller noted about the request under that key.
    pub fn context(&self, key: &str) -> Option<&str> {
        let context = &self.data()?.context;
        context.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// How the request failed before an answer had arrived as a whole; `None` where there was one.
    pub fn transport(&self) -> Option<Transport> {
        self.data()?.transport
    }

    /// The foreign error underneath.
    pub fn source(&self) -> Option<&Cause> {
        self.data()?.source.as_ref()
    }

    /// One member of the error, by its name on the wire; `None` where it is absent or null.
    ///
    /// The same on every wire: typed values are read as they are (a JSON string is no number), what a wire writes
    /// without types (headers, context) is read as the type that is asked for, and a type that asks for bytes is
    /// given what base64 stands for where the wire has no bytes. Of a name that stands there twice, the last counts.
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
    ///
    /// assert!(aws_json::decode(500, NO_HEADERS, b"").is_received());
    /// assert!(!ErrorResponse::new().with_status(500).is_received());
    /// ```
    pub fn is_received(&self) -> bool {
        self.data().is_some_and(|data| data.received)
    }

    fn data(&self) -> Option<&Data> {
        self.0.as_deref()
    }
}

/// What the classifier and the derived constructors read and note.
impl ErrorResponse {
    /// What is at `origin`, as a `T`; `None` where it is absent or null.
    pub(crate) fn read<T: DeserializeOwned>(&self, origin: Origin<'_>) -> Result<Option<T>, MemberError> {
        match self.value(origin)? {
            None => Ok(None),
            Some(value) => T::deserialize(value).map(Some).map_err(|error| MemberError::unfit(origin, error)),
        }
    }

    fn value(&self, origin: Origin<'_>) -> Result<Option<Value<'_>>, MemberError> {
        let text = match origin {
            Origin::Member(name) => {
                let value = self.member_value(name).map_err(|error| MemberError::unfit(origin, error))?;
                return Ok(value.filter(|value| *value != Value::Null));
            }
            Origin::Message => self.message(),
            Origin::RequestId => self.request_id(),
            Origin::Header(name) => self.header(name),
            Origin::Context(key) => self.context(key),
            // A delay is no text: `Delay` reads it.
            Origin::RetryAfter => None,
        };
        Ok(text.map(|text| Value::Text(text.into())))
    }

    pub(crate) fn rule(&self) -> Option<&'static Rule> {
        Some(self.data()?.matched?.rule)
    }

    /// Notes what claimed the response: its text and its advice speak from now on.
    pub(crate) fn set_match(&mut self, matched: Match) {
        self.data_mut().matched = Some(matched);
    }

    /// Forgets what claimed the response, for a value that is built of it directly.
    pub(crate) fn forget_match(&mut self) {
        if self.rule().is_some() {
            self.data_mut().matched = None;
        }
    }

    pub(crate) fn listed_retry(&self) -> Option<Retry> {
        self.data()?.listed_retry
    }

    /// Whether nothing is in it, so that nothing is lost by dropping it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

impl fmt::Debug for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::debug(self, f)
    }
}

/// The matched rule's text, else the message, else the code, else the status's reason: one line, without control
/// characters.
impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::display(self, f)
    }
}
