//! Bytes to [`ErrorResponse`](crate::ErrorResponse)s, and service errors to bytes: a protocol a module, each a feature.
//!
//! A decoder is total: any status, any headers and any bytes give a response that keeps them. It trusts its caller
//! that the answer is an error, and knows nothing of classes. Whether an answer is an error is what its status says;
//! where a protocol has others, a function `probe` beside the decoder finds them.
//!
//! ```
//! use errtax::wire::{NO_HEADERS, aws_json};
//!
//! let page = aws_json::decode(502, NO_HEADERS, b"<html>Bad Gateway</html>");
//! assert_eq!((page.status(), page.code()), (Some(502), None));
//! assert_eq!(page.body(), Some(&b"<html>Bad Gateway</html>"[..]));
//! ```
//!
//! # Answering
//!
//! `encode` writes any service error as an [`Answer`]; `encode_for` says of which [`Request`]. What may be said is the
//! same on every wire:
//!
//! | error | status | code | text | members | `Retry-After` |
//! |---|---|---|---|---|---|
//! | received from another service | 502; 503 where no answer came; 500 where nobody was asked ([`Transport::Build`](crate::Transport::Build)) | none | the status's reason | none | none |
//! | a server fault of the service's own | its own | its own | the status's reason | none | its own |
//! | a client fault of the service's own | its own | its own | its `Display` | those of classes that say `out` | its own |
//!
//! An error is received where its response is ([`ErrorResponse::is_received`](crate::ErrorResponse::is_received)), or
//! where it is [`Unclassified`](crate::Unclassified). A variant that holds a service error is rendered as that error; an
//! error that is only another one's `source` is not rendered at all. A class that says `expose` is rendered like a client
//! fault of the service's own, whatever it is: what was received, with the message that came. The [`Request`]'s id is the
//! only one that goes out where readers look for one: a member that is bound to a header of request ids (`x-request-id`;
//! AWS's `x-amzn-requestid`, `x-amzn-request-id` and `x-amz-request-id`) is never written.
//!
//! A status that is no error's (400 to 599) counts for nothing: the class's is sent, else 400 for a client fault and 500
//! for any other. `Retry-After` is in whole seconds, rounded up. Control characters never reach a header: a space is
//! written instead of each. A list, a struct or a map that is bound to a header is not written; nor is what is bound to a
//! header that frames the message or belongs to the connection (RFC 9110 §7.6.1, RFC 9113 §8.2.2: `content-length`, `te`);
//! nor what the caller noted about its request ([`context`](crate::ServiceError::context)). What is nested deeper than 128 values is written,
//! but no decoder reads it.
//!
//! Some wires say less, each at its `encode`: gRPC has one code for several statuses, and a limit for trailers; Redis
//! has a line; XML has no member whose name is none of its own.

#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp"))]
#[cfg_attr(
    not(all(feature = "aws-xml", feature = "problem")),
    allow(dead_code, reason = "each wire says a part of it; each wire is a feature")
)]
mod answer;
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "aws-cbor"))]
pub mod aws;
#[cfg(feature = "aws-cbor")]
pub mod aws_cbor;
#[cfg(feature = "aws-json")]
pub mod aws_json;
#[cfg(feature = "aws-xml")]
pub mod aws_xml;
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem"))]
mod bound;
#[cfg(feature = "aws-cbor")]
mod cbor;
#[cfg(feature = "grpc")]
pub mod grpc;
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "problem"))]
mod http;
#[cfg(any(feature = "aws-json", feature = "grpc", feature = "problem"))]
#[cfg_attr(not(any(feature = "aws-json", feature = "problem")), allow(dead_code, reason = "gRPC reads members alone"))]
mod json;
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "aws-cbor", feature = "grpc", feature = "problem"))]
mod mark;
#[cfg(feature = "problem")]
pub mod problem;
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp"))]
mod request;
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "aws-cbor", feature = "grpc", feature = "problem"))]
mod request_id;
#[cfg(feature = "resp")]
pub mod resp;
#[cfg(feature = "sqlstate")]
pub mod sqlstate;
#[cfg(feature = "aws-xml")]
mod xml;

#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp"))]
pub use self::{answer::Answer, request::Request};

/// No headers, for a caller that has none to give.
///
/// ```
/// use errtax::wire::{NO_HEADERS, aws_json};
///
/// let response = aws_json::decode(400, NO_HEADERS, br#"{"__type": "Late"}"#);
/// assert_eq!(response.code(), Some("Late"));
/// ```
pub const NO_HEADERS: [(&str, &[u8]); 0] = [];
