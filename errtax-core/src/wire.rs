//! Bytes to [`ErrorResponse`](crate::ErrorResponse)s: a protocol a module, each a feature.
//!
//! A decoder is total: any status, any headers and any bytes give a response that keeps them. It trusts its caller
//! that the answer is an error, and knows nothing of classes.

#[cfg(feature = "aws-json")]
pub mod aws_json;
#[cfg(feature = "aws-json")]
pub(crate) mod aws_retry;
#[cfg(feature = "aws-json")]
mod json;

/// No headers, for a caller that has none to give.
///
/// ```
/// use errtax::wire::{NO_HEADERS, aws_json};
///
/// let response = aws_json::decode(400, NO_HEADERS, br#"{"__type": "Late"}"#);
/// assert_eq!(response.code(), Some("Late"));
/// ```
pub const NO_HEADERS: [(&str, &[u8]); 0] = [];
