//! What came over a wire: filling a response by decoders and bridges, and finding a member in its body.

use alloc::string::String;
use core::time::Duration;

use super::cap::capped;
use super::headers::Headers;
use super::{ErrorResponse, KEPT, KEPT_MEMBERS};
use crate::retry::Retry;
use crate::transport::Transport;
use crate::value::{Reader, Value, ValueError};

/// By decoders and bridges.
#[cfg_attr(
    not(all(feature = "aws-json", feature = "grpc", feature = "redis1")),
    allow(dead_code, reason = "each wire and each bridge is a feature, and takes its own")
)]
impl ErrorResponse {
    /// A response that came over a wire: `decode` and bridges start here. The headers named in `read` (in any case)
    /// are those that the wire reads: they are kept even where others have used up all room.
    pub(crate) fn received(protocol: &'static str, read: &'static [&'static str]) -> Self {
        let mut response = Self::new();
        let data = response.data_mut();
        data.headers = Headers::reading(read);
        data.protocol = Some(protocol.into());
        data.received = true;
        response
    }

    /// What a bridge saw of a request that got no error answer: nobody made it up, so that it is received too.
    pub(crate) fn unanswered(transport: Transport) -> Self {
        let mut response = Self::new().with_transport(transport);
        response.data_mut().received = true;
        response
    }

    /// With the headers of an answer, in their order.
    pub(crate) fn with_headers(
        mut self,
        headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    ) -> Self {
        self.data_mut().headers.extend(headers.into_iter());
        self
    }

    /// With the name of the decoder that has read it.
    pub(crate) fn decoded_from(mut self, protocol: &'static str) -> Self {
        self.data_mut().protocol = Some(protocol.into());
        self
    }

    /// With a name of the error's shape, after those that it has.
    pub(crate) fn with_shape(mut self, shape: String) -> Self {
        self.data_mut().shapes.push(capped(shape));
        self
    }

    /// Keeps the body, and how members are found in it.
    pub(crate) fn with_document(mut self, body: &[u8], reader: Reader) -> Self {
        if body.is_empty() {
            return self;
        }
        let data = self.data_mut();
        data.body_is_cut = body.len() > KEPT_MEMBERS;
        let kept = if data.body_is_cut { &body[..KEPT] } else { body };
        data.body = Some(kept.into());
        // White space is no document, and says nothing about members.
        data.reader = (!kept.trim_ascii().is_empty()).then_some(reader);
        self
    }

    pub(crate) fn with_delay(mut self, delay: Option<Duration>) -> Self {
        if delay.is_some() {
            self.data_mut().delay = delay;
        }
        self
    }

    pub(crate) fn with_listed_retry(mut self, retry: Option<Retry>) -> Self {
        if retry.is_some() {
            self.data_mut().listed_retry = retry;
        }
        self
    }

    /// With what the protocol says of the code, be it nothing: the status follows from the code, and is not asked.
    pub(crate) fn with_retry_of_code(mut self, retry: Option<Retry>) -> Self {
        self.data_mut().status_is_of_code = true;
        self.with_listed_retry(retry)
    }
}

impl ErrorResponse {
    pub(super) fn member_value(&self, name: &str) -> Result<Option<Value<'_>>, ValueError> {
        let Some(data) = self.data() else { return Ok(None) };
        if let Some(value) = data.members.get(name) {
            return value.map(Some);
        }
        let (Some(reader), Some(body)) = (data.reader, data.body.as_deref()) else { return Ok(None) };
        match reader(body, name) {
            Err(_) if data.body_is_cut => Err(ValueError::new("the body was larger than 1 MiB, and was cut before it")),
            found => found,
        }
    }
}
