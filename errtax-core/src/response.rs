//! What the wire said, as data, before anyone decided what it is.

mod accessors;
mod build;
mod cap;
mod headers;
mod kept;
mod received;
mod text;

use alloc::{borrow::Cow, boxed::Box, string::String, sync::Arc, vec::Vec};
use core::{fmt, time::Duration};

use serde_core::de::DeserializeOwned;

#[cfg(feature = "grpc")]
pub(crate) use self::cap::start_of;
use self::headers::Headers;
use self::kept::KeptMembers;
use crate::cause::Cause;
use crate::member::{MemberError, Origin};
use crate::retry::Retry;
use crate::rule::Rule;
use crate::transport::Transport;
use crate::value::{Reader, Value};

/// The most that is kept of a body, of all headers, and of any one text: 64 KiB.
pub(crate) const KEPT: usize = 64 * 1024;

/// The largest document that members are read from, and the most that is kept of members by themselves: 1 MiB. A larger
/// body is kept up to 64 KiB, cut.
const KEPT_MEMBERS: usize = 1024 * 1024;

/// An error answer as data: status, code, message, headers, body, members, and what the caller knows of the request.
///
/// Decoders and bridges make one of what arrived; tests and fakes build one by hand. It is one pointer in size, and
/// an empty one allocates nothing. A body, each text, and all headers together are capped at 64 KiB when they are
/// kept; only members have more room: 1 MiB, be they read from a document or kept by themselves (a `DynamoDB` item has up
/// to 400 KB). What a caller notes as context is counted text by text, and a foreign error underneath is kept as it is;
/// `Debug` shows the beginning of everything.
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
    /// What every classification reads stands together.
    /// Names of the shape, where the wire states one besides a different public code.
    shapes: Vec<String>,
    code: Option<String>,
    service: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    operation: Option<String>,
    /// A decoder's is its own name, and needs no copy.
    protocol: Option<Cow<'static, str>>,
    headers: Headers,
    /// Shared, so that a copy of a response is cheap.
    body: Option<Arc<[u8]>>,
    body_is_cut: bool,
    reader: Option<Reader>,
    members: KeptMembers,
    context: Vec<(String, String)>,
    transport: Option<Transport>,
    source: Option<Cause>,
    received: bool,
    /// What the protocol's own code lists say, as the decoder found it.
    listed_retry: Option<Retry>,
    /// Whether the status only repeats the code, and has no advice of its own.
    status_is_of_code: bool,
    /// The delay that the service asked for, where it stands in no header.
    delay: Option<Duration>,
    matched: Option<Match>,
}

/// What the classifier notes: the rule that claimed the response, and the service that its class is of.
#[derive(Clone, Copy)]
pub(crate) struct Match {
    pub(crate) rule: &'static Rule,
    pub(crate) service: Option<&'static str>,
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

    /// The names of the error's shape, in the order in which classes are asked for them.
    #[inline]
    pub(crate) fn shapes(&self) -> impl Iterator<Item = &str> {
        self.data().map_or(&[][..], |data| &data.shapes).iter().map(String::as_str)
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

    /// Whether the status only repeats the code, and has no advice of its own.
    pub(crate) fn status_is_of_code(&self) -> bool {
        self.data().is_some_and(|data| data.status_is_of_code)
    }

    fn data(&self) -> Option<&Data> {
        self.0.as_deref()
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

/// The matched rule's first text of which all placeholders have a value, else the message, else the code, else the status's reason: one line, without control
/// characters.
impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::display(self, f)
    }
}
