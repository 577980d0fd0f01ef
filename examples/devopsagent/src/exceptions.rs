//! What the service answers with, as the community's client names it: each code and each status once.
//!
//! A code decides before a status does: a `ValidationException` with status 500 is one.

use std::borrow::Cow;

use errtax::{Cause, ErrorResponse, ServiceError, category};
use thiserror::Error;

use crate::client_error::{ClientError, code, message, one_line};
use crate::documented::{DevOpsAgentAPIError, DevOpsAgentAuthError, DevOpsAgentValidationError};

/// The agent answered with an error, or this side raised one: what a class below describes, or any other.
///
/// The text is `Code: message (Request ID: …)`. As in Python, it is a [`ClientError`], too, whose text is another.
///
/// ```
/// use devopsagent::{ClientError, DevOpsAgentError};
/// use errtax::{ErrorResponse, wire::aws_json};
///
/// let response = aws_json::decode(418, [("x-amzn-requestid", "R-1")], br#"{"code": "Teapot", "message": "no coffee"}"#);
/// let error = errtax::classify::<DevOpsAgentError>(response.with_operation("GetTask"));
/// assert_eq!(error.to_string(), "Teapot: no coffee (Request ID: R-1)");
///
/// let e: &DevOpsAgentError = error.downcast_ref().unwrap();
/// assert_eq!((e.error_code().as_deref(), e.http_status_code()), (Some("Teapot"), Some(418)));
/// assert_eq!(e.operation_name(), Some("GetTask"));
/// let e: &ClientError = error.downcast_ref().unwrap();
/// assert_eq!(e.to_string(), "An error occurred (Teapot) when calling the GetTask operation: no coffee");
/// ```
#[derive(Debug, Error, ServiceError)]
#[error("{}", text(&base.response))]
#[service_error(service = "community-devops-agent", also(DevOpsAgentAPIError))]
#[wire(fallback)]
pub struct DevOpsAgentError {
    #[service_error(base)]
    base: ClientError,
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

impl DevOpsAgentError {
    /// What the agent answered, or what is to be said without it: by hand.
    pub fn new(response: ErrorResponse) -> Self {
        let cause = response.source().cloned();
        Self { base: ClientError::new(response), cause }
    }

    /// The code; of an answer that arrived without one, its status.
    pub fn error_code(&self) -> Option<Cow<'_, str>> {
        code(&self.base.response)
    }

    /// The message, which may be empty; of an answer that arrived without one, what botocore takes for it.
    pub fn error_message(&self) -> Option<Cow<'_, str>> {
        message(&self.base.response)
    }

    /// The status of the answer, if there was one.
    pub fn http_status_code(&self) -> Option<u16> {
        self.base.response.status()
    }

    /// The operation that was called.
    pub fn operation_name(&self) -> Option<&str> {
        self.base.operation_name()
    }

    /// The service that was called.
    pub fn service_name(&self) -> Option<&str> {
        self.base.response.service().or(Self::TAXON.service())
    }
}

/// `Code: message (Request ID: …)`. What is empty is not known.
fn text(response: &ErrorResponse) -> String {
    let known = |text: Option<Cow<'_, str>>, otherwise: &str| {
        text.filter(|text| !text.is_empty()).map_or_else(|| otherwise.to_owned(), Cow::into_owned)
    };
    let (code, message) = (known(code(response), "Unknown"), known(message(response), "Unknown error"));
    let id = response.request_id().filter(|id| !id.is_empty());
    let id = id.map(|id| format!(" (Request ID: {id})")).unwrap_or_default();
    one_line(&format!("{code}: {message}{id}"))
}

/// The request was rejected: something is missing in it, or wrong.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ValidationException", status = 400)]
#[service_error(also(DevOpsAgentValidationError, category::InvalidInput))]
#[wire(status = 400)]
pub struct ValidationException(#[service_error(base)] DevOpsAgentError);

/// Who asks is not known, or may not do this: one class for both.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "UnauthorizedException", status = 401)]
#[service_error(also(DevOpsAgentAuthError, category::Unauthenticated, category::Denied))]
#[wire(status = 401)]
#[wire(status = 403)]
#[allow(clippy::duplicated_attributes)]
pub struct UnauthorizedException(#[service_error(base)] DevOpsAgentError);

/// There is no such task, space, recommendation or execution.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ResourceNotFoundException", status = 404, also(category::NotFound))]
#[wire(status = 404)]
pub struct ResourceNotFoundException(#[service_error(base)] DevOpsAgentError);

/// It exists already, or somebody else is changing it.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ConflictException", status = 409, also(category::Conflict))]
#[wire(status = 409)]
pub struct ConflictException(#[service_error(base)] DevOpsAgentError);

/// More requests than the service allows in a time.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ThrottlingException", status = 429, retryable(throttling), also(category::Throttled))]
#[wire(status = 429)]
pub struct ThrottlingException(#[service_error(base)] DevOpsAgentError);

/// The service failed.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "InternalServerException", status = 500, retryable, also(category::Internal))]
#[wire(status = 500)]
pub struct InternalServerException(#[service_error(base)] DevOpsAgentError);

/// The service is down for now.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ServiceUnavailableException", status = 503, retryable, also(category::Unavailable))]
#[wire(status = 503)]
pub struct ServiceUnavailableException(#[service_error(base)] DevOpsAgentError);

/// A quota would be exceeded. It does not pass by itself, as throttling does.
///
/// In Python, whatever its status says, which with 402 is a plain [`DevOpsAgentError`]: the code is in the official
/// service's model, and in no table of the client's. Here, the code alone makes it one: another code with 402 does not.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "ServiceQuotaExceededException", status = 402, retryable = false)]
pub struct ServiceQuotaExceededException(#[service_error(base)] DevOpsAgentError);
