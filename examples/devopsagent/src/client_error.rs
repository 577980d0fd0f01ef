//! An answer of a service that is an error, as every client of boto3 shows it.

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
/// use devopsagent::ClientError;
/// use errtax::ErrorResponse;
///
/// let answer = ErrorResponse::new().with_code("BrandNew").with_message("hello");
/// let error = ClientError::new(answer.with_operation("GetTask"));
/// assert_eq!(error.to_string(), "An error occurred (BrandNew) when calling the GetTask operation: hello");
/// ```
#[derive(Debug, Error, ServiceError)]
#[error(
    "An error occurred ({}) when calling the {} operation: {}",
    one_line(&code(.response).unwrap_or("Unknown".into())),
    .response.operation().unwrap_or("Unknown"),
    one_line(&message(.response).unwrap_or("Unknown".into()))
)]
#[service_error(parent = AwsError)]
#[wire(fallback)]
pub struct ClientError {
    #[wire(response)]
    pub(crate) response: ErrorResponse,
}

impl ClientError {
    /// What a service answered, and to which operation.
    pub fn new(response: ErrorResponse) -> Self {
        Self { response }
    }

    /// The operation that was called.
    pub fn operation_name(&self) -> Option<&str> {
        self.response.operation()
    }
}

/// The code; of an answer that arrived without one, its status, as botocore reads it.
pub(crate) fn code(response: &ErrorResponse) -> Option<Cow<'_, str>> {
    let status = || response.status().filter(|_| response.is_received()).map(|status| status.to_string().into());
    response.code().map(Cow::from).or_else(status)
}

/// The message; of an answer that arrived without one, what botocore takes for it.
pub(crate) fn message(response: &ErrorResponse) -> Option<Cow<'_, str>> {
    let unsaid = || response.is_received().then(|| unsaid(response));
    response.message().map(Cow::from).or_else(unsaid)
}

/// An answer that is no JSON is its own message; a page of a gateway's, or nothing at all, from 500 on, what its status is
/// called.
fn unsaid(response: &ErrorResponse) -> Cow<'_, str> {
    let body = response.body().unwrap_or_default();
    let text = body.trim_ascii();
    match response.status() {
        Some(500..) if text.is_empty() || text.starts_with(b"<html>") => response.reason().unwrap_or_default().into(),
        _ if serde_json::from_slice::<IgnoredAny>(body).is_ok() => "".into(),
        _ => String::from_utf8_lossy(body),
    }
}

/// Without the line ends and control characters of a stranger, which shall not reach a terminal or a log.
pub(crate) fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}
