//! What the answers of all AWS protocols have in common: the headers, and what is noted of them.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
};

use super::{code::normalised, retry};
use crate::response::ErrorResponse;
use crate::wire::request_id;

const CONTENT_TYPE: &str = "content-type";
pub(in crate::wire) const ERROR_TYPE: &str = "x-amzn-errortype";
const QUERY_ERROR: &str = "x-amzn-query-error";
const SMITHY_PROTOCOL: &str = "smithy-protocol";

/// What the message is called in a body: the first of these that says something.
pub(in crate::wire) const MESSAGES: [&str; 3] = ["message", "Message", "errorMessage"];

/// What is read of an answer's headers: a response keeps these whatever comes before them.
const READ: &[&str] = &[
    CONTENT_TYPE,
    ERROR_TYPE,
    QUERY_ERROR,
    request_id::AWS[0],
    request_id::AWS[1],
    request_id::AWS[2],
    SMITHY_PROTOCOL,
];

/// A response of `protocol` with its status and headers.
pub(in crate::wire) fn received(
    protocol: &'static str,
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
) -> ErrorResponse {
    ErrorResponse::received(protocol, READ).with_status(status).with_headers(headers)
}

/// What the header `content-type` says, without parameters and as it is written.
pub(super) fn media_type(response: &ErrorResponse) -> Option<&str> {
    Some(response.header(CONTENT_TYPE)?.split(';').next()?.trim())
}

/// What the header `smithy-protocol` says.
pub(in crate::wire) fn smithy_protocol(response: &ErrorResponse) -> Option<&str> {
    response.header(SMITHY_PROTOCOL).map(str::trim)
}

/// The code in the header `x-amzn-errortype`.
pub(in crate::wire) fn error_type(response: &ErrorResponse) -> Option<String> {
    response.header(ERROR_TYPE).and_then(normalised)
}

/// Notes what the answer calls its error: the shape, from where the protocol has it, and before it the public code of
/// a query-compatible service. Where both are there, both stay visible.
pub(in crate::wire) fn named(response: ErrorResponse, shape: Option<String>) -> ErrorResponse {
    let public = response.header(QUERY_ERROR).and_then(query_code).map(str::to_owned);
    let listed = [&public, &shape].into_iter().flatten().find_map(|code| retry::listed(code));
    let response = match (public, shape) {
        (Some(public), Some(shape)) if public != shape => response.with_shape(shape).with_code(public),
        (Some(code), _) | (None, Some(code)) => response.with_code(code),
        (None, None) => response,
    };
    response.with_listed_retry(listed)
}

/// Notes the message of those that a body has, in the order of [`MESSAGES`]: the first that says something, else the
/// first at all.
pub(in crate::wire) fn told<'a>(
    response: ErrorResponse,
    messages: impl IntoIterator<Item = Option<Cow<'a, str>>>,
) -> ErrorResponse {
    let mut told: Option<Cow<'a, str>> = None;
    for message in messages.into_iter().flatten() {
        if told.as_deref().is_none_or(str::is_empty) {
            told = Some(message);
        }
    }
    match told {
        Some(message) => response.with_message(message),
        None => response,
    }
}

/// Notes the request's id, as the headers have it.
pub(in crate::wire) fn identified(response: ErrorResponse) -> ErrorResponse {
    match request_id::AWS.iter().find_map(|name| response.header(name)).map(str::to_owned) {
        Some(id) => response.with_request_id(id),
        None => response,
    }
}

/// Keeps an answer that says nothing to anybody: its status, its headers, its body.
pub(in crate::wire) fn kept(response: ErrorResponse, body: &[u8]) -> ErrorResponse {
    identified(response).with_body(body)
}

/// The code in `Code;Fault`: exactly two parts, and a code that is not empty (Smithy, `awsQueryCompatible` trait).
fn query_code(header: &str) -> Option<&str> {
    match header.split_once(';') {
        Some((code, fault)) if !fault.contains(';') => Some(code.trim()).filter(|code| !code.is_empty()),
        _ => None,
    }
}
