//! Bytes to [`ErrorResponse`](crate::ErrorResponse)s: a protocol a module, each a feature.
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

#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "aws-cbor"))]
pub mod aws;
#[cfg(feature = "aws-cbor")]
pub mod aws_cbor;
#[cfg(feature = "aws-json")]
pub mod aws_json;
#[cfg(feature = "aws-xml")]
pub mod aws_xml;
#[cfg(feature = "aws-cbor")]
mod cbor;
#[cfg(feature = "grpc")]
pub mod grpc;
#[cfg(any(feature = "aws-json", feature = "grpc", feature = "problem"))]
#[cfg_attr(not(any(feature = "aws-json", feature = "problem")), allow(dead_code, reason = "gRPC reads members alone"))]
mod json;
#[cfg(feature = "problem")]
pub mod problem;
#[cfg(feature = "resp")]
pub mod resp;
#[cfg(feature = "sqlstate")]
pub mod sqlstate;
#[cfg(feature = "aws-xml")]
mod xml;

/// No headers, for a caller that has none to give.
///
/// ```
/// use errtax::wire::{NO_HEADERS, aws_json};
///
/// let response = aws_json::decode(400, NO_HEADERS, br#"{"__type": "Late"}"#);
/// assert_eq!(response.code(), Some("Late"));
/// ```
pub const NO_HEADERS: [(&str, &[u8]); 0] = [];
