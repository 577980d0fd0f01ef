//! `rpcv2Cbor` (Smithy 2.0, "RPC v2 CBOR").

use super::aws::{answer, code::normalised, protocol::RPC_V2_CBOR};
use super::cbor;
use crate::response::ErrorResponse;

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
pub(super) const PROTOCOL: &str = "aws-cbor";

/// An error answer of a CBOR service as data. Total; trusts the caller that this is an error.
///
/// - The **code** is in the body's `__type`, and nowhere else; a namespace and a URI are dropped. Where
///   `x-amzn-query-error` says `Code;Fault`, that code is the public one, and the other the
///   [`shape`](ErrorResponse::shape).
/// - The **message** is the first of the body's `message`, `Message` and `errorMessage` that is not empty.
/// - The **request id** is in `x-amzn-requestid`, `x-amzn-request-id` or `x-amz-request-id`.
/// - **Members** are those of the body's top-level map, typed as they are there. A timestamp is a number of seconds.
///
/// An answer whose header `smithy-protocol` does not say `rpc-v2-cbor` was written by somebody else: it is judged by its
/// status alone (§"Operation response deserialization"), without code, message and members, and is kept as it is. Its
/// [`protocol`](ErrorResponse::protocol) is `aws-cbor` all the same.
///
/// ```
/// use errtax::wire::aws_cbor;
///
/// let body = b"\xa2\x66__type\x6dcom.shop#Late\x67seconds\x07";
/// let response = aws_cbor::decode(400, [("smithy-protocol", "rpc-v2-cbor")], body);
/// assert_eq!(response.code(), Some("Late"));
/// assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
///
/// let somebody_else = aws_cbor::decode(502, [("server", "proxy")], body);
/// assert_eq!((somebody_else.status(), somebody_else.code()), (Some(502), None));
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
    let response = response.decoded_from(PROTOCOL);
    if answer::smithy_protocol(&response) != Some(RPC_V2_CBOR) {
        return answer::kept(response, body);
    }
    let [message, capital_message, error_message] = answer::MESSAGES;
    let [r#type, messages @ ..] = cbor::texts(body, ["__type", message, capital_message, error_message]);
    let shape = r#type.as_deref().and_then(normalised);
    let response = answer::told(answer::named(response, shape), messages);
    answer::identified(response).with_document(body, cbor::member)
}
