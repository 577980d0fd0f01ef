//! `awsJson1_0`, `awsJson1_1` and `restJson1` (Smithy 2.0, "AWS protocols").

use alloc::borrow::ToOwned;

use super::{aws_retry, json};
use crate::code::normalised;
use crate::response::ErrorResponse;

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
const PROTOCOL: &str = "aws-json";

/// An error answer of a JSON service as data. Total; trusts the caller that this is an error.
///
/// - The **code** is in the header `x-amzn-errortype`, else in the body's `code`, else in its `__type`; a namespace
///   and a URI are dropped. Where `x-amzn-query-error` says `Code;Fault`, that code is the public one, and the other
///   the [`shape`](ErrorResponse::shape).
/// - The **message** is the body's `message`, else `Message`, else `errorMessage`.
/// - The **request id** is in `x-amzn-requestid`, `x-amzn-request-id` or `x-amz-request-id`.
/// - **Members** are those of the body's top-level object; header-bound ones are in the headers.
///
/// A body that is no JSON object (a proxy's page, nothing at all) leaves code and message to the headers, and is
/// kept as it is.
///
/// ```
/// use errtax::wire::aws_json;
///
/// let response = aws_json::decode(
///     400,
///     [("x-amzn-RequestId", "R-1")],
///     br#"{"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message": "no such table"}"#,
/// );
/// assert_eq!(response.code(), Some("ResourceNotFoundException"));
/// assert_eq!(response.message(), Some("no such table"));
/// assert_eq!(response.request_id(), Some("R-1"));
/// ```
pub fn decode(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    let response = ErrorResponse::received(PROTOCOL).with_status(status);
    let add = |response: ErrorResponse, (name, value)| response.with_header(name, value);
    read(headers.into_iter().fold(response, add), body)
}

/// The rest of [`decode`], compiled once.
fn read(mut response: ErrorResponse, body: &[u8]) -> ErrorResponse {
    let document = json::document(body);
    let [code, r#type, message, capital_message, error_message] =
        json::values(&document, ["code", "__type", "message", "Message", "errorMessage"]);

    let stated = response.header("x-amzn-errortype").and_then(normalised).map(str::to_owned);
    let name = |value| normalised(&json::text(value?)?).map(str::to_owned);
    let shape = stated.or_else(|| name(code)).or_else(|| name(r#type));
    let public = response.header("x-amzn-query-error").and_then(query_code).map(str::to_owned);

    let listed = [&public, &shape].into_iter().flatten().find_map(|code| aws_retry::listed(code));
    response = match (public, shape) {
        (Some(public), Some(shape)) if public != shape => response.with_shape(&shape).with_code(public),
        (Some(code), _) | (None, Some(code)) => response.with_code(code),
        (None, None) => response,
    };
    let messages = [message, capital_message, error_message].into_iter().filter_map(|value| json::text(value?));
    if let Some(message) = messages.reduce(|first, next| if first.is_empty() { next } else { first }) {
        response = response.with_message(message);
    }
    if let Some(id) = REQUEST_ID_HEADERS.iter().find_map(|name| response.header(name)).map(str::to_owned) {
        response = response.with_request_id(id);
    }
    response.with_listed_retry(listed).with_document(body, json::member)
}

const REQUEST_ID_HEADERS: [&str; 3] = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];

/// The code in `Code;Fault`: exactly two parts, and a code that is not empty (Smithy, `awsQueryCompatible` trait).
fn query_code(header: &str) -> Option<&str> {
    match header.split_once(';') {
        Some((code, fault)) if !fault.contains(';') => Some(code.trim()).filter(|code| !code.is_empty()),
        _ => None,
    }
}
