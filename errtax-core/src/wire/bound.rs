//! What is bound to headers, as far as an answer may carry it.

use alloc::borrow::Cow;

use super::request_id;
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

/// The members that are bound to headers, but for those that are no text.
pub(super) fn headers<'r>(rendered: &'r Rendered<'_>) -> impl Iterator<Item = (&'r str, Cow<'r, str>)> {
    // Where readers find the request's id, only the one that a [`Request`](super::Request) states goes out.
    let taken = FRAMING.iter().chain(&request_id::AWS).chain([&request_id::COMMON]);
    let is_free = move |name: &str| !taken.clone().any(|each| each.eq_ignore_ascii_case(name));
    let headers = rendered.members.in_headers().filter(move |(name, _)| is_free(name));
    headers.filter_map(|(name, value)| Some((name, value.as_text()?)))
}
