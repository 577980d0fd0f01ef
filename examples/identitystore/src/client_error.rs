//! An answer of a service that is an error, and its text.

use std::borrow::Cow;

use errtax::{ErrorResponse, ServiceError};
use serde::de::IgnoredAny;
use thiserror::Error;

use crate::AwsError;

/// A service answered with an error: one that a class below describes, or any other.
///
/// Its text is botocore's, word for word.
///
/// ```
/// use errtax::{ErrorResponse, wire::{NO_HEADERS, aws_json}};
/// use identitystore::{AwsError, ClientError, calling};
///
/// let response = aws_json::decode(400, NO_HEADERS, br#"{"__type": "BrandNew", "message": "hello"}"#);
/// let error = errtax::classify::<AwsError>(calling("ListUsers")(response));
/// assert_eq!(error.downcast_ref::<ClientError>().unwrap().operation_name(), Some("ListUsers"));
/// assert_eq!(error.to_string(), "An error occurred (BrandNew) when calling the ListUsers operation: hello");
/// ```
#[derive(Debug, Error, ServiceError)]
#[error(
    "An error occurred ({}) when calling the {} operation{}: {}",
    one_line(&code(.response)),
    .response.operation().unwrap_or("Unknown"),
    retry_info(.response),
    one_line(&message(.response))
)]
#[service_error(parent = AwsError)]
#[wire(fallback)]
pub struct ClientError {
    #[wire(response)]
    response: ErrorResponse,
}

impl ClientError {
    /// The operation that was called, as [`calling`](crate::calling) noted it.
    pub fn operation_name(&self) -> Option<&str> {
        self.response.operation()
    }
}

/// The code; of an answer without one, its status.
pub(crate) fn code(response: &ErrorResponse) -> Cow<'_, str> {
    match (response.code(), response.status()) {
        (Some(code), _) => code.into(),
        (None, Some(status)) => status.to_string().into(),
        (None, None) => "Unknown".into(),
    }
}

/// The message. An answer that is no JSON is its own message; a page of a gateway's, or nothing at all, from 500 on,
/// what its status is called.
pub(crate) fn message(response: &ErrorResponse) -> Cow<'_, str> {
    if let Some(message) = response.message() {
        return message.into();
    }
    let body = String::from_utf8_lossy(response.body().unwrap_or_default().trim_ascii());
    match response.status() {
        None => "Unknown".into(),
        Some(500..) if body.is_empty() || body.starts_with("<html>") => response.reason().unwrap_or_default().into(),
        Some(_) if serde_json::from_str::<IgnoredAny>(&body).is_ok() => "".into(),
        Some(_) => body,
    }
}

/// How often the request was repeated, as far as was noted.
pub(crate) fn retries(response: &ErrorResponse) -> u32 {
    let attempts = response.context("attempts").and_then(|attempts| attempts.parse().ok());
    attempts.unwrap_or(1_u32).saturating_sub(1)
}

/// Whether attempts ran out: the request was repeated, and its last answer is one that may be repeated as well. What the
/// tree says of the answer decides, so that a class may have a say by its value.
pub(crate) fn gave_up(response: &ErrorResponse) -> bool {
    retries(response) > 0 && errtax::classify::<AwsError>(response.clone()).is_retryable()
}

/// botocore's note about that.
fn retry_info(response: &ErrorResponse) -> String {
    if gave_up(response) { format!(" (reached max retries: {})", retries(response)) } else { String::new() }
}

/// Without the line ends and control characters of a stranger, which shall not reach a terminal or a log.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}
