//! What is bound to headers, as far as an answer may carry it.

use alloc::borrow::Cow;

use crate::render::Rendered;

/// What says how long a message is, or belongs to one connection: no member is ever bound to these (RFC 9110 §7.6.1,
/// RFC 9113 §8.2.2).
const FRAMING: [&str; 8] = [
    "connection",
    "content-encoding",
    "content-length",
    "keep-alive",
    "proxy-connection",
    "te",
    "transfer-encoding",
    "upgrade",
];

/// Where readers of a wire find the request's id: only the one that a [`Request`](super::Request) states goes out there.
const REQUEST_IDS: [&str; 4] = ["x-amz-request-id", "x-amzn-request-id", "x-amzn-requestid", "x-request-id"];

/// The members that are bound to headers, but for those that are no text.
pub(super) fn headers<'r>(rendered: &'r Rendered<'_>) -> impl Iterator<Item = (&'r str, Cow<'r, str>)> {
    let is_free = |name: &str| !FRAMING.iter().chain(&REQUEST_IDS).any(|each| each.eq_ignore_ascii_case(name));
    let headers = rendered.members.in_headers().filter(move |(name, _)| is_free(name));
    headers.filter_map(|(name, value)| Some((name, value.as_text()?)))
}
