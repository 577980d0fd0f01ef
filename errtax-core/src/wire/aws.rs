//! What the AWS protocols share: the headers they read, how a code is written, and which codes ask for another try.

mod code;
mod retry;

use alloc::{borrow::ToOwned, string::String};

pub(super) use self::code::normalised;
use crate::response::ErrorResponse;

const ERROR_TYPE: &str = "x-amzn-errortype";
const QUERY_ERROR: &str = "x-amzn-query-error";
const REQUEST_IDS: [&str; 3] = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];

/// What is read of an answer's headers: a response keeps these whatever comes before them.
const READ: &[&str] = &[ERROR_TYPE, QUERY_ERROR, REQUEST_IDS[0], REQUEST_IDS[1], REQUEST_IDS[2]];

/// A response of `protocol` with its status and headers.
pub(super) fn received(
    protocol: &'static str,
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
) -> ErrorResponse {
    let response = ErrorResponse::received(protocol, READ).with_status(status);
    headers.into_iter().fold(response, |response, (name, value)| response.with_header(name, value))
}

/// The code in the header `x-amzn-errortype`.
pub(super) fn error_type(response: &ErrorResponse) -> Option<String> {
    response.header(ERROR_TYPE).and_then(normalised)
}

/// Notes what the answer calls its error: the shape, from where the protocol has it, and before it the public code of
/// a query-compatible service. Where both are there, both stay visible.
pub(super) fn named(response: ErrorResponse, shape: Option<String>) -> ErrorResponse {
    let public = response.header(QUERY_ERROR).and_then(query_code).map(str::to_owned);
    let listed = [&public, &shape].into_iter().flatten().find_map(|code| retry::listed(code));
    let response = match (public, shape) {
        (Some(public), Some(shape)) if public != shape => response.with_shape(shape).with_code(public),
        (Some(code), _) | (None, Some(code)) => response.with_code(code),
        (None, None) => response,
    };
    response.with_listed_retry(listed)
}

/// Notes the request's id, as the headers have it.
pub(super) fn identified(response: ErrorResponse) -> ErrorResponse {
    match REQUEST_IDS.iter().find_map(|name| response.header(name)).map(str::to_owned) {
        Some(id) => response.with_request_id(id),
        None => response,
    }
}

/// The code in `Code;Fault`: exactly two parts, and a code that is not empty (Smithy, `awsQueryCompatible` trait).
fn query_code(header: &str) -> Option<&str> {
    match header.split_once(';') {
        Some((code, fault)) if !fault.contains(';') => Some(code.trim()).filter(|code| !code.is_empty()),
        _ => None,
    }
}
