//! Which AWS protocol an answer is written in.

use super::answer::{error_type, media_type, smithy_protocol};
use crate::response::ErrorResponse;
use crate::wire::mark::without_mark;

/// A protocol of AWS services, as Smithy 2.0 defines and names them.
///
/// ```
/// use errtax::wire::{NO_HEADERS, aws::{self, Protocol}};
///
/// let response = aws::decode_as(Protocol::AwsJson1_0, 400, NO_HEADERS, br#"{"__type": "Late"}"#);
/// assert_eq!(response.code(), Some("Late"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Protocol {
    /// `aws.protocols#awsJson1_0`.
    AwsJson1_0,
    /// `aws.protocols#awsJson1_1`.
    AwsJson1_1,
    /// `aws.protocols#restJson1`.
    RestJson1,
    /// `aws.protocols#restXml`.
    RestXml,
    /// `aws.protocols#awsQuery`.
    AwsQuery,
    /// `aws.protocols#ec2Query`.
    Ec2Query,
    /// `smithy.protocols#rpcv2Cbor`.
    RpcV2Cbor,
    /// `smithy.protocols#rpcv2Json`.
    RpcV2Json,
}

/// How an answer's body is written. Protocols that share it share their decoder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Json,
    Xml,
    Cbor,
}

impl Protocol {
    pub(super) fn syntax(self) -> Syntax {
        match self {
            Self::AwsJson1_0 | Self::AwsJson1_1 | Self::RestJson1 | Self::RpcV2Json => Syntax::Json,
            Self::RestXml | Self::AwsQuery | Self::Ec2Query => Syntax::Xml,
            Self::RpcV2Cbor => Syntax::Cbor,
        }
    }

    /// What an RPC v2 protocol says in the header `smithy-protocol` of each answer: without it, the answer is malformed.
    pub(super) fn marker(self) -> Option<&'static str> {
        match self {
            Self::RpcV2Cbor => Some(RPC_V2_CBOR),
            Self::RpcV2Json => Some(RPC_V2_JSON),
            _ => None,
        }
    }
}

pub(in crate::wire) const RPC_V2_CBOR: &str = "rpc-v2-cbor";
pub(in crate::wire) const RPC_V2_JSON: &str = "rpc-v2-json";

/// How the body of an answer is written that nobody knows the protocol of; `None` where nothing tells.
pub(super) fn syntax(response: &ErrorResponse, body: &[u8]) -> Option<Syntax> {
    match smithy_protocol(response) {
        Some(RPC_V2_CBOR) => return Some(Syntax::Cbor),
        Some(RPC_V2_JSON) => return Some(Syntax::Json),
        _ => {}
    }
    let media_type = media_type(response);
    let stated = media_type.and_then(by_media_type);
    let may_be_cbor = media_type.is_none() || stated == Some(Syntax::Cbor);
    match (by_first_byte(body, may_be_cbor), stated) {
        // Before `x-amzn-errortype`, which CBOR answers must not be judged by.
        (Some(Syntax::Cbor), _) | (None, Some(Syntax::Cbor)) => Some(Syntax::Cbor),
        // Only JSON services send it; it may be all that there is.
        _ if error_type(response).is_some() => Some(Syntax::Json),
        (seen, stated) => seen.or(stated),
    }
}

fn by_first_byte(body: &[u8], may_be_cbor: bool) -> Option<Syntax> {
    match without_mark(body).trim_ascii_start() {
        [b'{', ..] => Some(Syntax::Json),
        [b'<', ..] | [0xff, 0xfe, b'<', 0, ..] | [0xfe, 0xff, 0, b'<', ..] => Some(Syntax::Xml),
        // A map (RFC 8949 §3.1). Any binary may begin so, a compressed page say.
        [0xa0..=0xbf, ..] if may_be_cbor => Some(Syntax::Cbor),
        // The mark of CBOR before one (§3.4.6).
        [0xd9, 0xd9, 0xf7, ..] => Some(Syntax::Cbor),
        _ => None,
    }
}

fn by_media_type(media_type: &str) -> Option<Syntax> {
    let (_, subtype) = media_type.split_once('/')?;
    // `x-amz-json-1.1` and `problem+json` alike.
    let is = |name| subtype.split(['+', '-']).any(|part| part.eq_ignore_ascii_case(name));
    [("json", Syntax::Json), ("xml", Syntax::Xml), ("cbor", Syntax::Cbor)]
        .into_iter()
        .find_map(|(name, syntax)| is(name).then_some(syntax))
}
