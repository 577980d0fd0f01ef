//! `awsJson1_0`, `awsJson1_1` and `restJson1` (Smithy 2.0, "AWS protocols"), and `rpcv2Json` (Smithy 2.0, "RPC v2").

mod encode;

use alloc::borrow::Cow;

#[cfg(feature = "describe")]
pub(crate) use self::encode::rendered;
pub use self::encode::{encode, encode_for};

use super::aws::{answer, code::normalised, protocol::RPC_V2_JSON};
use super::json;
use crate::response::ErrorResponse;

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
pub(super) const PROTOCOL: &str = "aws-json";

/// An error answer of a JSON service as data. Total; trusts the caller that this is an error.
///
/// - The **code** is in the header `x-amzn-errortype`, else in the body's `code`, else in its `__type`; a namespace
///   and a URI are dropped. Where `x-amzn-query-error` says `Code;Fault`, that code is the public one, and the other
///   the [`shape`](ErrorResponse::shape). Where `smithy-protocol` says `rpc-v2-json`, only `__type` counts.
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
    read(answer::received(PROTOCOL, status, headers), body)
}

/// The rest of [`decode`], compiled once.
pub(super) fn read(response: ErrorResponse, body: &[u8]) -> ErrorResponse {
    let document = json::document(body);
    let [message, capital_message, error_message] = answer::MESSAGES;
    let [code, r#type, messages @ ..] =
        json::texts(&document, ["code", "__type", message, capital_message, error_message]);

    let name = |text: Option<Cow<'_, str>>| normalised(&text?);
    let shape = match answer::smithy_protocol(&response) {
        Some(RPC_V2_JSON) => name(r#type),
        _ => answer::error_type(&response).or_else(|| name(code)).or_else(|| name(r#type)),
    };
    let response = answer::told(answer::named(response, shape), messages);
    answer::identified(response).decoded_from(PROTOCOL).with_document(body, json::member)
}
