//! What goes out: status, headers and body, in the terms of no library.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use crate::line;

/// An error as an answer: what an `encode` of [`wire`](super) gives.
///
/// ```
/// use errtax::{ServiceError, wire::problem};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no order {0}")]
/// #[service_error(status = 404)]
/// struct NoOrder(u64);
///
/// let answer = problem::encode(&NoOrder(7)).with_header("cache-control", "no-store");
/// assert_eq!(answer.status(), 404);
/// assert_eq!(answer.header("Content-Type"), Some("application/problem+json"));
/// assert!(answer.body().ends_with(br#""detail":"no order 7"}"#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    pub(super) fn new(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    pub(super) fn with_body(self, body: Vec<u8>) -> Self {
        Self { body, ..self }
    }

    /// The same answer with that header, instead of any of its name. Control characters in the value become spaces;
    /// what is no header's name (RFC 9110 §5.6.2) changes nothing.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        if is_token(name) {
            self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
            self.headers.push((name.to_owned(), value.chars().map(without_control).collect()));
        }
        self
    }

    /// The HTTP status, 400 to 599; of a gRPC call 200, and of a wire without statuses the one that an HTTP answer
    /// would have.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Names and values, without control characters: of a gRPC call the trailers.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body; empty where all is said in headers.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body alone.
    pub fn into_body(self) -> Vec<u8> {
        self.body
    }
}

/// What a header carries instead of a control character.
pub(super) fn without_control(char: char) -> char {
    if line::ends_lines(char) { ' ' } else { char }
}

fn is_token(name: &str) -> bool {
    let is_mark = |byte: u8| b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || is_mark(byte))
}
