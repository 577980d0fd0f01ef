//! What a service says in the trailers of a call, no more than its peers take.

use alloc::{borrow::Cow, string::ToString, vec::Vec};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::{Code, write};
use crate::checks::is_reason;
use crate::render::Rendered;
use crate::response::start_of;
use crate::taxon::Taxon;
use crate::value::{Value, base64};
use crate::wire::answer::without_control;
use crate::wire::{Answer, Request, bound, json};

/// The most that all trailers together take, in bytes: clients may refuse more (gRPC over HTTP/2, "Responses").
const LARGEST: usize = 8 * 1024;

/// What a trailer takes besides its name and its value (RFC 9113 §6.5.2).
const OF_EACH: usize = 32;

/// The most that is left of the text where there is no room for all, in bytes: it stands there twice.
const SHORT_TEXT: usize = 1024;

/// All but what is printable ASCII, and `%` itself (gRPC over HTTP/2, "Responses").
const ENCODED: &AsciiSet = &CONTROLS.add(b'%');

pub(super) struct Trailers<'a> {
    code: Code,
    text: &'a str,
    reason: Option<&'a str>,
    domain: Option<&'a str>,
    metadata: Vec<(&'a str, Cow<'a, str>)>,
    /// What is bound to headers.
    headers: Vec<(&'a str, Cow<'a, str>)>,
    retry: Option<Vec<u8>>,
    id: Option<&'a str>,
}

impl<'a> Trailers<'a> {
    pub(super) fn new(code: Code, said: &'a Rendered<'_>, request: Request<'a>) -> Self {
        let domain = said.taxon.and_then(Taxon::domain);
        let declares = |code| domain.is_some() && said.taxon.and_then(Taxon::code) == Some(code);
        Self {
            code,
            text: &said.text,
            // What was received may be anything. And a canonical code is a reason only where somebody has made it one.
            reason: said
                .code
                .filter(|code| is_reason(code.as_bytes()) && (Code::from_name(code).is_none() || declares(code))),
            domain,
            metadata: said.members.in_body().map(|(name, value)| (name, in_text(value))).collect(),
            headers: bound::headers(said).filter(|(name, value)| is_metadata(name, value)).collect(),
            retry: said.after.map(write::retry_info),
            id: request.id(),
        }
    }

    /// As an answer that every peer takes: what matters least is left out first.
    pub(super) fn fitted(mut self) -> Answer {
        let mut answer = self.written();
        while size(&answer) > LARGEST && self.leave_out() {
            answer = self.written();
        }
        answer
    }

    /// Whether there was something to leave out.
    fn leave_out(&mut self) -> bool {
        if self.text.len() > SHORT_TEXT {
            self.text = start_of(self.text, SHORT_TEXT);
            return true;
        }
        self.metadata.pop().is_some() || self.headers.pop().is_some() || self.id.take().is_some()
    }

    fn written(&self) -> Answer {
        let mut answer = Answer::new(200);
        for (name, value) in &self.headers {
            answer = answer.with_header(name, value);
        }
        answer = answer
            .with_header("content-type", "application/grpc")
            .with_header("grpc-status", &self.code.number().to_string())
            .with_header("grpc-message", &utf8_percent_encode(self.text, ENCODED).to_string());
        let details = [self.error_info(), self.retry.clone(), self.id.map(write::request_info)];
        if details.iter().all(Option::is_none) {
            return answer;
        }
        let status = write::status(self.code, self.text, details.into_iter().flatten());
        // Without padding, as metadata should be (gRPC over HTTP/2, "Requests").
        answer.with_header("grpc-status-details-bin", base64::encode(&status).trim_end_matches('='))
    }

    fn error_info(&self) -> Option<Vec<u8>> {
        let says_something = self.reason.is_some() || !self.metadata.is_empty();
        says_something.then(|| {
            let metadata = self.metadata.iter().map(|(name, value)| (*name, &**value));
            write::error_info(self.reason.unwrap_or_default(), self.domain.unwrap_or_default(), metadata)
        })
    }
}

/// Whether a call may carry it (gRPC over HTTP/2, "Custom-Metadata"): what begins with `grpc-` is the protocol's, and what
/// a name that ends with `-bin` is bound to is base64.
fn is_metadata(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_of_name = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'_' | b'-' | b'.');
    let is_value = if name.ends_with("-bin") {
        base64::decode(value).is_some()
    } else {
        value.chars().map(without_control).all(|char| matches!(char, ' '..='~'))
    };
    !name.starts_with("grpc-") && name.bytes().all(is_of_name) && is_value
}

/// Metadata are texts.
fn in_text<'v>(value: &'v Value<'_>) -> Cow<'v, str> {
    value.as_text().unwrap_or_else(|| Cow::Owned(json::text_of(value)))
}

/// As HTTP/2 counts it.
fn size(answer: &Answer) -> usize {
    answer.headers().map(|(name, value)| name.len() + value.len() + OF_EACH).sum()
}
