//! gRPC statuses with google.rpc's error details, and the JSON that Google's APIs write for the same errors (AIP-193).
//!
//! A status says at least one of 17 [canonical codes](Code). A service that follows AIP-193 says more: an `ErrorInfo`
//! whose *reason* means something in its *domain*, and nowhere else. A root that states its domain has each class
//! below it recognised by that domain and the class's code; whatever else arrives (a foreign domain, a reason that no
//! class has, no details at all) is recognised by the canonical code's name. A class whose code *is* such a name
//! (`code = "NOT_FOUND"`) is recognised by either: as a reason of its domain, and as the canonical code of whoever says
//! no reason.
//!
//! ```
//! use errtax::{ServiceError, category, wire::grpc};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("orders")]
//! #[service_error(domain = "orders.example.com")]
//! struct OrdersError;
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("no more in {zone}")]
//! #[service_error(parent = OrdersError, code = "OUT_OF_STOCK", status = 429)]
//! struct OutOfStock { #[wire(member)] zone: String }
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("later")]
//! #[service_error(parent = OrdersError, also(category::Throttled))]
//! #[wire(code = "RESOURCE_EXHAUSTED")]
//! struct Later;
//!
//! let answer = |domain: &str| {
//!     format!(
//!         r#"{{"error": {{"code": 429, "status": "RESOURCE_EXHAUSTED", "details": [{{
//!             "@type": "type.googleapis.com/google.rpc.ErrorInfo",
//!             "reason": "OUT_OF_STOCK", "domain": "{domain}", "metadata": {{"zone": "east"}}
//!         }}]}}}}"#
//!     )
//! };
//! let classify = |domain| {
//!     errtax::classify::<OrdersError>(grpc::decode_json(429, errtax::wire::NO_HEADERS, answer(domain).as_bytes()))
//! };
//! let ours = classify("orders.example.com");
//! assert_eq!(ours.downcast_ref::<OutOfStock>().unwrap().zone, "east");
//! assert_eq!(ours.code(), Some("OUT_OF_STOCK"));
//! let foreign = classify("other.example.com");
//! assert!(foreign.is_a::<Later>());
//! assert_eq!(foreign.code(), Some("RESOURCE_EXHAUSTED"));
//! ```

mod code;
mod details;
mod encode;
mod fields;
mod json;
mod proto;
mod trailers;
mod write;

use alloc::borrow::ToOwned;

use percent_encoding::percent_decode_str;

pub use self::code::Code;
#[cfg(feature = "describe")]
pub(crate) use self::encode::rendered;
pub use self::encode::{encode, encode_for};

use self::details::Status;
use crate::response::ErrorResponse;
use crate::retry::Retry;
use crate::value::base64;

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
const PROTOCOL: &str = "grpc";

/// A gRPC status as data: from a call's trailers (and headers: of a call that fails at once they are the same).
/// Total; trusts the caller that this is an error.
///
/// - The **code** is the canonical one's name, such as `NOT_FOUND`: from `grpc-status`, else from the details, else
///   from the HTTP status by gRPC's own table (`doc/http-grpc-status-mapping.md`; it is not the inverse of the mapping
///   below). A number that is none of the 17 is `UNKNOWN`. `OK` (0) is no error's code, and counts as none: a call that
///   says nothing else is `UNKNOWN`, too.
/// - The **shape** is `domain/REASON`, where the details have an `ErrorInfo` that names both. Under a root with that
///   domain, an error's own [`code`](crate::ServiceError::code) is the reason. Of several, [`shape`](ErrorResponse::shape)
///   is the first, but each is asked for its class, in their order: a foreign domain's hides none. At most 8 are read.
/// - The **status** is the code's HTTP status (`google/rpc/code.proto`); HTTP's own where there is no gRPC status.
/// - The **message** is `grpc-message`, percent-decoded, else the details'.
/// - The **request id** is the details' `RequestInfo`'s, the **delay** their `RetryInfo`'s.
/// - **Members** are the `ErrorInfo`'s metadata, by their keys, and each other detail of google.rpc by its message's
///   name (`BadRequest`), with the fields in the spelling of its JSON (`fieldViolations`). Metadata and an `int64`, which
///   is a text in JSON (proto3, "JSON Mapping"), are read as what the reader asks for: a number or a text; and where a
///   list, a map or a struct is asked for, a text that is JSON is read as that. Of several `ErrorInfo`s with one key, the
///   first counts: the wire does not know which domain the class is of.
/// - The **body** is the `google.rpc.Status` of `grpc-status-details-bin`; the HTTP answer's where there is none.
///
/// Details that are malformed, and those of other packages, are ignored. Whether to try again is what AIP-194 says of
/// the code, unless a class says it: see [`Code::retry`]. Where that says nothing, a `RetryInfo` allows it; of
/// `RESOURCE_EXHAUSTED` and `DEADLINE_EXCEEDED`, so does the header `retry-after`. The status adds nothing.
///
/// ```
/// use errtax::wire::grpc;
///
/// let trailers = [("grpc-status", "5"), ("grpc-message", "no order 7%25")];
/// let response = grpc::decode(200, trailers, b"");
/// assert_eq!((response.code(), response.status()), (Some("NOT_FOUND"), Some(404)));
/// assert_eq!(response.message(), Some("no order 7%"));
///
/// let proxy = grpc::decode(404, [("content-type", "text/html")], b"<html>");
/// assert_eq!((proxy.code(), proxy.status()), (Some("UNIMPLEMENTED"), Some(404)));
/// ```
pub fn decode(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    read(status, ErrorResponse::received(PROTOCOL, READ).with_headers(headers), body)
}

/// The JSON that an API writes for its errors by AIP-193, `{"error": {"code": 404, "status": "NOT_FOUND", …}}`, as
/// data. Total; trusts the caller that this is an error.
///
/// It says the same as [`decode`], but the status is HTTP's, and a body of another form (a proxy's page) has no code:
/// such an answer is known by its status. The error's own fields are members, too. What is no Unicode in the body is
/// replaced by U+FFFD.
///
/// ```
/// use errtax::wire::{NO_HEADERS, grpc};
///
/// let body = br#"{"error": {"code": 404, "message": "no such bucket", "status": "NOT_FOUND"}}"#;
/// let response = grpc::decode_json(404, NO_HEADERS, body);
/// assert_eq!((response.code(), response.message()), (Some("NOT_FOUND"), Some("no such bucket")));
/// assert_eq!(grpc::decode_json(404, NO_HEADERS, b"<html>").code(), None);
/// ```
pub fn decode_json(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    let response = ErrorResponse::received(PROTOCOL, READ).with_headers(headers).with_status(status);
    let document = crate::wire::json::document(body);
    let said = json::status(&document).unwrap_or_default();
    with_said(response, &said, said.code).with_document(body, json::member)
}

/// The headers that the wire reads.
const READ: &[&str] = &["grpc-status", "grpc-message", "grpc-status-details-bin"];

/// The rest of [`decode`], compiled once.
fn read(http: u16, response: ErrorResponse, body: &[u8]) -> ErrorResponse {
    // Of several values in one header, the first (gRPC over HTTP/2, "Custom-Metadata").
    let bytes =
        response.header("grpc-status-details-bin").and_then(|value| base64::decode(value.split(',').next()?.trim()));
    let details = bytes.as_deref().and_then(proto::status);
    let document = bytes.as_deref().filter(|_| details.is_some());
    let said = details.unwrap_or_default();
    let in_trailers = response.header("grpc-status").and_then(|number| Code::from_text(number.trim()).of_error());
    let stated = in_trailers.or_else(|| said.code?.of_error());
    let code = stated.unwrap_or_else(|| Code::from_http(http));
    let status = if stated.is_some() || http == 200 { code.status() } else { http };

    let message = response.header("grpc-message").filter(|message| !message.is_empty());
    let message = message.map(|message| percent_decode_str(message).decode_utf8_lossy().into_owned());
    let mut response = with_said(response.with_status(status), &said, Some(code));
    if let Some(message) = message {
        response = response.with_message(message);
    }
    match document {
        Some(document) => response.with_document(document, proto::member),
        None if body.is_empty() => response,
        None => response.with_body(body),
    }
}

/// What a status says, whatever it was written in.
fn with_said(mut response: ErrorResponse, said: &Status<'_>, code: Option<Code>) -> ErrorResponse {
    if let Some(code) = code {
        response = response.with_code(code.name());
    }
    response = said.qualified_reasons().fold(response, ErrorResponse::with_shape);
    if let Some(message) = said.message.as_deref().filter(|message| !message.is_empty()) {
        response = response.with_message(message.to_owned());
    }
    if let Some(id) = said.request_id() {
        response = response.with_request_id(id.to_owned());
    }
    let delay = said.retry_delay();
    let response = response.with_delay(delay);
    let Some(code) = code else { return response };
    let retry = if response.retry_after().is_some() { code.retry_when_told() } else { code.retry() };
    response.with_retry_of_code(retry.or(delay.map(|_| Retry::Transient)))
}
