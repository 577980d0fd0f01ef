//! What DynamoDB answers with where a record is put, read, updated or deleted: the causes of a failing store.

use std::borrow::Cow;

use errtax::{Cause, ErrorResponse, ServiceError, category};
use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use thiserror::Error;

/// DynamoDB answered with an error, or gave no answer. The text of an answer is botocore's.
///
/// ```
/// use errtax::ErrorResponse;
/// use powertools_idempotency::ClientError;
///
/// let response = ErrorResponse::new().with_code("BrandNew").with_message("hello").with_operation("PutItem");
/// let error = errtax::classify::<ClientError>(response);
/// assert_eq!(error.to_string(), "An error occurred (BrandNew) when calling the PutItem operation: hello");
/// ```
#[derive(Debug, Error, ServiceError)]
#[error(
    "An error occurred ({}) when calling the {} operation: {}",
    one_line(&code(.response)),
    .response.operation().unwrap_or("Unknown"),
    one_line(&message(.response))
)]
#[service_error(service = "dynamodb")]
#[wire(fallback)]
pub struct ClientError {
    #[wire(response)]
    response: ErrorResponse,
}

/// The code; of an answer without one, its status.
fn code(response: &ErrorResponse) -> Cow<'_, str> {
    match (response.code(), response.status()) {
        (Some(code), _) => code.into(),
        (None, Some(status)) => status.to_string().into(),
        (None, None) => "Unknown".into(),
    }
}

/// The message. An answer that is no JSON is its own message; a page of a gateway's, or nothing at all, from 500 on,
/// what its status is called.
fn message(response: &ErrorResponse) -> Cow<'_, str> {
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

/// Without the line ends and control characters of a stranger, which shall not reach a terminal or a log.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Notes what only the caller knows: the operation.
pub(crate) fn calling(operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    move |response| response.with_operation(operation)
}

/// The condition of a write was false.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ConditionalCheckFailedException", also(category::Conflict))]
pub struct ConditionalCheckFailedException {
    #[service_error(base)]
    base: ClientError,
    /// The item that is there, where the request asked for it: each attribute with its type, as DynamoDB writes it.
    #[wire(member = "Item")]
    pub item: Option<Map<String, Value>>,
}

/// More requests than the table was provisioned for.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ProvisionedThroughputExceededException", retryable(throttling), also(category::Throttled))]
pub struct ProvisionedThroughputExceededException(#[service_error(base)] ClientError);

/// More requests than the account has a quota for.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "RequestLimitExceeded", retryable(throttling), also(category::Throttled))]
pub struct RequestLimitExceeded(#[service_error(base)] ClientError);

/// More requests than the service takes right now.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ThrottlingException", retryable(throttling), also(category::Throttled))]
pub struct ThrottlingException(#[service_error(base)] ClientError);

/// A transaction is changing the item.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "TransactionConflictException", retryable, also(category::Conflict))]
pub struct TransactionConflictException(#[service_error(base)] ClientError);

/// Another region is changing the item.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ReplicatedWriteConflictException", retryable, also(category::Conflict))]
pub struct ReplicatedWriteConflictException(#[service_error(base)] ClientError);

/// The service failed.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "InternalServerError", status = 500, retryable, also(category::Internal))]
pub struct InternalServerError(#[service_error(base)] ClientError);

/// The service failed, in the name that every service of AWS gives it.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "InternalFailure", status = 500, retryable, also(category::Internal))]
pub struct InternalFailure(#[service_error(base)] ClientError);

/// The service cannot answer right now.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ServiceUnavailable", status = 503, retryable, also(category::Unavailable))]
pub struct ServiceUnavailable(#[service_error(base)] ClientError);

/// There is no such table, or it is being created.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ResourceNotFoundException", retryable = false, also(category::NotFound))]
pub struct ResourceNotFoundException(#[service_error(base)] ClientError);

/// The items of one key have become too large together.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ItemCollectionSizeLimitExceededException", retryable = false)]
pub struct ItemCollectionSizeLimitExceededException(#[service_error(base)] ClientError);

/// The function may not do this with the table.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "AccessDeniedException", retryable = false, also(category::Denied))]
pub struct AccessDeniedException(#[service_error(base)] ClientError);

/// A member of the request is missing or wrong: a key of another type than the table's, say.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ValidationException", retryable = false, also(category::InvalidInput))]
pub struct ValidationException(#[service_error(base)] ClientError);

/// There are no credentials, or none that DynamoDB accepts.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(retryable = false, also(category::Unauthenticated))]
#[wire(transport(credentials))]
#[wire(code(
    "ExpiredTokenException",
    "IncompleteSignatureException",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "UnrecognizedClientException"
))]
pub struct CredentialsError(#[service_error(base)] ClientError);

/// No answer: no connection was made, or it broke. The text is none of botocore's, which has a class for each.
#[derive(Debug, Error, ServiceError)]
#[error("could not get an answer to the {} operation", base.response.operation().unwrap_or("Unknown"))]
#[service_error(also(category::Connection))]
#[wire(transport)]
#[wire(transport(connect), retryable)]
#[wire(transport(dns), retryable)]
#[wire(transport(io), retryable)]
#[allow(clippy::duplicated_attributes)] // Several rules say that it may be tried again.
pub struct NoAnswer {
    #[service_error(base)]
    base: ClientError,
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// No answer came in time. The text is none of botocore's, either.
#[derive(Debug, Error, ServiceError)]
#[error("got no answer to the {} operation in time", base.response.operation().unwrap_or("Unknown"))]
#[service_error(retryable, also(category::Timeout))]
#[wire(transport(timeout))]
pub struct TimedOut {
    #[service_error(base)]
    base: ClientError,
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}
