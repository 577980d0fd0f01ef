//! No answer at all: the part of botocore's `BotoCoreError` that a call of the agent can end in.

use errtax::{Cause, ErrorResponse, ServiceError, category};
use thiserror::Error;

use crate::AwsError;
use crate::documented::DevOpsAgentAuthError;

/// There is no answer.
#[derive(ServiceError)]
#[service_error(category, parent = AwsError)]
pub enum BotoCoreError {}

/// The agent could not be reached: nothing more is known.
///
/// Its text, and that of its two kinds where nothing is known, is botocore's for whatever it has no text for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Error, ServiceError)]
#[error("An unspecified error occurred")]
#[service_error(parent = BotoCoreError, code = "NETWORK_ERROR", local, also(category::Unavailable))]
pub struct NetworkError;

/// No connection was made, or it broke.
///
/// ```
/// use devopsagent::{AwsError, ConnectionError, NetworkError};
/// use errtax::{ErrorResponse, Transport};
///
/// let response = ErrorResponse::new().with_transport(Transport::Connect).with_source("connection refused");
/// let error = errtax::classify::<AwsError>(response);
/// assert!(error.downcast_ref::<ConnectionError>().is_some() && error.is_a::<NetworkError>());
/// assert_eq!(errtax::report(&error).to_string(), "no connection could be made: connection refused");
/// ```
#[derive(Debug, Error, ServiceError)]
#[error("{}", text(.response))]
#[service_error(parent = NetworkError, also(category::Connection))]
#[wire(transport)]
#[wire(transport(connect), retryable)]
#[wire(transport(dns), retryable)]
#[wire(transport(io), retryable)]
#[allow(clippy::duplicated_attributes)]
pub struct ConnectionError {
    #[wire(response)]
    response: ErrorResponse,
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// No answer came in time.
#[derive(Debug, Error, ServiceError)]
#[error("{}", text(.response))]
#[service_error(parent = NetworkError, retryable, also(category::Timeout))]
#[wire(transport(timeout))]
pub struct TimeoutError {
    #[wire(response)]
    response: ErrorResponse,
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

fn text(response: &ErrorResponse) -> String {
    response.transport().map_or_else(|| NetworkError.to_string(), |transport| transport.to_string())
}

/// There is nothing to sign the request with: botocore's own, which is none of the client's classes.
#[derive(Debug, Error, ServiceError)]
#[error("Unable to locate credentials")]
#[service_error(parent = BotoCoreError, retryable = false, also(DevOpsAgentAuthError, category::Unauthenticated))]
#[wire(transport(credentials))]
pub struct NoCredentialsError {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}
