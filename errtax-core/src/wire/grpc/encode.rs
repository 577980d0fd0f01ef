//! A service error as a gRPC status.

use alloc::{borrow::Cow, string::ToString, vec::Vec};
use core::time::Duration;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use prost::encoding::{WireType, encode_key, encode_varint};

use super::Code;
use crate::render::Rendered;
use crate::service_error::ServiceError;
use crate::taxon::Taxon;
use crate::value::{Value, base64};
use crate::wire::{Answer, Request, json};

/// A service error as the trailers of a gRPC call, by the rules of [`wire`](crate::wire#answering).
///
/// - **`grpc-status`** is the error's own code, where that is a canonical one; else that of the category which the class
///   or an ancestor names in `also`; else what the status says. Over gRPC, a bad gateway is `UNAVAILABLE`.
/// - **`grpc-message`** is the text, percent-encoded.
/// - **`grpc-status-details-bin`** is a `google.rpc.Status` with an `ErrorInfo` (the reason is the code; the domain is the
///   root's; the metadata are the members of a class that says `out`), a `RetryInfo` with the delay and a `RequestInfo`
///   with the request's id: each where there is something in it. Metadata are texts: a list, a struct or a map is written
///   as JSON, which [`decode`](super::decode) reads where the field asks for one. What is bound to headers is metadata of
///   its own, in the trailers. A delay ends after about 10,000 years, as a `google.protobuf.Duration` does, and an empty
///   text arrives as none.
///
/// The HTTP status is 200, as that of every call that a service answers.
///
/// ```
/// use errtax::{ServiceError, wire::grpc};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("shop")]
/// #[service_error(domain = "shop.example.com")]
/// struct ShopError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("100% of {sku} is gone")]
/// #[service_error(parent = ShopError, code = "OUT_OF_STOCK", status = 429, members, out)]
/// struct OutOfStock { sku: String }
///
/// let answer = grpc::encode(&OutOfStock { sku: "A-7".into() });
/// assert_eq!((answer.status(), answer.header("grpc-status")), (200, Some("8")));
/// assert_eq!(answer.header("grpc-message"), Some("100%25 of A-7 is gone"));
/// let again = errtax::classify::<ShopError>(grpc::decode(200, answer.headers(), b""));
/// assert_eq!(again.downcast_ref::<OutOfStock>().unwrap().sku, "A-7");
/// ```
pub fn encode(error: &dyn ServiceError) -> Answer {
    encode_for(error, Request::new())
}

/// The same, and of which request: its id is in the details' `RequestInfo`.
///
/// ```
/// use errtax::{ServiceError, wire::{Request, grpc}};
///
/// # #[derive(Debug, thiserror::Error, ServiceError)]
/// # #[error("no order")]
/// # #[service_error(status = 404)]
/// # struct NoOrder;
/// let answer = grpc::encode_for(&NoOrder, Request::new().with_id("R-1"));
/// assert_eq!(grpc::decode(200, answer.headers(), b"").request_id(), Some("R-1"));
/// ```
pub fn encode_for(error: &dyn ServiceError, request: Request<'_>) -> Answer {
    let said = Rendered::of(error);
    let code = canonical(&said);
    let mut answer = Answer::new(200);
    for (name, value) in said.members.in_headers() {
        // What begins so is the protocol's (gRPC over HTTP/2, "Custom-Metadata").
        let is_reserved = name.to_ascii_lowercase().starts_with("grpc-");
        if let Some(value) = value.as_text().filter(|_| !is_reserved) {
            answer = answer.with_header(name, &value);
        }
    }
    let details = [error_info(&said), said.after.map(retry_info), request.id().map(request_info)];
    let details: Vec<_> = details.into_iter().flatten().collect();
    answer = answer
        .with_header("content-type", "application/grpc")
        .with_header("grpc-status", &code.number().to_string())
        .with_header("grpc-message", &utf8_percent_encode(&said.text, ENCODED).to_string());
    if details.is_empty() {
        return answer;
    }
    let mut status = Vec::new();
    number(&mut status, 1, code.number().into());
    field(&mut status, 2, said.text.as_bytes());
    for detail in details {
        field(&mut status, 3, &detail);
    }
    // Without padding, as metadata should be (gRPC over HTTP/2, "Requests").
    answer.with_header("grpc-status-details-bin", base64::encode(&status).trim_end_matches('='))
}

/// All but what is printable ASCII, and `%` itself (gRPC over HTTP/2, "Responses").
const ENCODED: &AsciiSet = &CONTROLS.add(b'%');

fn canonical(said: &Rendered<'_>) -> Code {
    let own = || Code::from_name(said.code?);
    let categories =
        || said.taxon?.lineage().iter().rev().flat_map(|class| class.also()).find_map(|also| named_by(also));
    let stated = own().or_else(categories).filter(|code| *code != Code::Ok);
    stated.unwrap_or_else(|| Code::from_own(said.status))
}

/// The code of a category, or of the nearest above it that has one.
fn named_by(category: &Taxon) -> Option<Code> {
    category.lineage().iter().rev().find_map(|class| Code::from_name(class.code()?))
}

fn error_info(said: &Rendered<'_>) -> Option<Vec<u8>> {
    let mut members = said.members.in_body().peekable();
    let reason = said.code.filter(|code| Code::from_name(code).is_none());
    if reason.is_none() && members.peek().is_none() {
        return None;
    }
    let mut info = Vec::new();
    field(&mut info, 1, reason.unwrap_or_default().as_bytes());
    field(&mut info, 2, said.taxon.and_then(Taxon::domain).unwrap_or_default().as_bytes());
    for (name, value) in members {
        let mut entry = Vec::new();
        field(&mut entry, 1, name.as_bytes());
        field(&mut entry, 2, metadata(value).as_bytes());
        field(&mut info, 3, &entry);
    }
    Some(any("ErrorInfo", &info))
}

fn metadata<'v>(value: &'v Value<'_>) -> Cow<'v, str> {
    value.as_text().unwrap_or_else(|| Cow::Owned(json::text_of(value)))
}

fn retry_info(after: Duration) -> Vec<u8> {
    let mut delay = Vec::new();
    number(&mut delay, 1, after.as_secs().min(MOST_SECONDS));
    number(&mut delay, 2, after.subsec_nanos().into());
    let mut info = Vec::new();
    field(&mut info, 1, &delay);
    any("RetryInfo", &info)
}

/// About 10,000 years: more is no `google.protobuf.Duration`.
const MOST_SECONDS: u64 = 315_576_000_000;

fn request_info(id: &str) -> Vec<u8> {
    let mut info = Vec::new();
    field(&mut info, 1, id.as_bytes());
    any("RequestInfo", &info)
}

/// A `google.protobuf.Any` with a message of google.rpc in it.
fn any(name: &str, message: &[u8]) -> Vec<u8> {
    let mut any = Vec::new();
    field(&mut any, 1, ["type.googleapis.com/google.rpc.", name].concat().as_bytes());
    field(&mut any, 2, message);
    any
}

fn number(message: &mut Vec<u8>, tag: u32, number: u64) {
    encode_key(tag, WireType::Varint, message);
    encode_varint(number, message);
}

fn field(message: &mut Vec<u8>, tag: u32, bytes: &[u8]) {
    encode_key(tag, WireType::LengthDelimited, message);
    encode_varint(bytes.len() as u64, message);
    message.extend_from_slice(bytes);
}
