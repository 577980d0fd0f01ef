//! Any answer of an AWS service: by a protocol that the caller knows, or by one that the answer shows.
//!
//! Each way of writing has its decoder behind its own feature (`wire::aws_json`, `wire::aws_xml`, `wire::aws_cbor`).
//! An answer whose decoder is off is kept (status, headers, request id, body), and has no code.

pub(super) mod answer;
pub(super) mod code;
pub(super) mod protocol;
pub(crate) mod retry;

pub use self::protocol::Protocol;
use self::protocol::Syntax;
use crate::response::ErrorResponse;

/// What [`ErrorResponse::protocol`] says where there is no decoder for the answer.
const PROTOCOL: &str = "aws";

/// An error answer of an AWS service as data, by the protocol that it shows. Total; trusts the caller that this is an
/// error.
///
/// What tells, in this order: the header `smithy-protocol` (`rpc-v2-cbor`, `rpc-v2-json`); CBOR as the body (a map
/// only where no content type says otherwise), or as the content type of a body that shows nothing; the header
/// `x-amzn-errortype`, which only JSON services send; the body's first byte (`{` or `<`); the content type. The byte
/// comes before the type since what stands between a client and a service answers in its own way, and not always under
/// the right name. Where nothing tells, or the protocol's feature is off, the answer is kept as it is, and its
/// [`protocol`](ErrorResponse::protocol) is `aws`; else it is the one of the decoder that was found.
///
/// ```
/// use errtax::wire::aws;
///
/// let json = aws::decode(400, [("content-type", "application/x-amz-json-1.1")], br#"{"__type": "Late"}"#);
/// assert_eq!((json.protocol(), json.code()), (Some("aws-json"), Some("Late")));
///
/// // What a gateway before a JSON service may say.
/// let body = b"<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>";
/// let xml = aws::decode(403, [("content-type", "application/x-amz-json-1.1")], body);
/// assert_eq!((xml.protocol(), xml.code()), (Some("aws-xml"), Some("AccessDenied")));
/// ```
pub fn decode(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    let response = answer::received(PROTOCOL, status, headers);
    let syntax = protocol::syntax(&response, body);
    read(syntax, response, body)
}

/// An error answer of an AWS service as data, by the protocol that the caller knows. Total; trusts the caller that
/// this is an error.
///
/// An answer that is not what its protocol prescribes (an HTML page of a proxy) gives what its status says: code and
/// message are absent. An RPC v2 answer without its `smithy-protocol` header counts as such (Smithy, "Operation
/// response deserialization"). Its [`protocol`](ErrorResponse::protocol) is all the same the one that the caller named
/// (`aws-cbor`, `aws-json`): it says by whose rules the answer was judged, not that it kept them.
///
/// ```
/// use errtax::wire::aws::{self, Protocol};
///
/// let body = b"<Response><Errors><Error><Code>InvalidGroup.NotFound</Code></Error></Errors></Response>";
/// let response = aws::decode_as(Protocol::Ec2Query, 400, [("x-amzn-requestid", "R-1")], body);
/// assert_eq!(response.code(), Some("InvalidGroup.NotFound"));
/// assert_eq!(response.request_id(), Some("R-1"));
///
/// let malformed = aws::decode_as(Protocol::RpcV2Json, 500, [("x-amzn-requestid", "R-2")], br#"{"__type": "Late"}"#);
/// assert_eq!((malformed.code(), malformed.request_id()), (None, Some("R-2")));
/// ```
pub fn decode_as(
    protocol: Protocol,
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    let response = answer::received(PROTOCOL, status, headers);
    let is_malformed = protocol.marker().is_some_and(|marker| answer::smithy_protocol(&response) != Some(marker));
    match decoder(protocol.syntax()) {
        Some((name, _)) if is_malformed => answer::kept(response.decoded_from(name), body),
        _ => read(Some(protocol.syntax()), response, body),
    }
}

/// An answer of an AWS service that is no error: kept, with its request id, and not read.
#[cfg(feature = "aws-sdk")]
pub(crate) fn keep(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    answer::kept(answer::received(PROTOCOL, status, headers), body)
}

fn read(syntax: Option<Syntax>, response: ErrorResponse, body: &[u8]) -> ErrorResponse {
    match syntax.and_then(decoder) {
        Some((_, read)) => read(response, body),
        None => answer::kept(response, body),
    }
}

/// What a decoder calls itself, and how it reads an answer whose headers are noted.
type Decoder = (&'static str, fn(ErrorResponse, &[u8]) -> ErrorResponse);

/// `None` where the decoder's feature is off.
#[cfg_attr(
    all(feature = "aws-json", feature = "aws-xml", feature = "aws-cbor"),
    expect(clippy::unnecessary_wraps, reason = "each decoder is a feature")
)]
fn decoder(syntax: Syntax) -> Option<Decoder> {
    match syntax {
        #[cfg(feature = "aws-json")]
        Syntax::Json => Some((super::aws_json::PROTOCOL, super::aws_json::read)),
        #[cfg(feature = "aws-xml")]
        Syntax::Xml => Some((super::aws_xml::PROTOCOL, super::aws_xml::read)),
        #[cfg(feature = "aws-cbor")]
        Syntax::Cbor => Some((super::aws_cbor::PROTOCOL, super::aws_cbor::read)),
        #[cfg(not(all(feature = "aws-json", feature = "aws-xml", feature = "aws-cbor")))]
        _ => None,
    }
}
