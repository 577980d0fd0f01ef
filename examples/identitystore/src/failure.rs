//! Calls without an answer: the part of botocore's `BotoCoreError` that a request can end in.

use errtax::{Cause, ServiceError, category};
use thiserror::Error;

use crate::AwsError;

/// There is no answer, or none that could be read.
#[derive(ServiceError)]
#[service_error(category, parent = AwsError)]
pub enum BotoCoreError {}

/// No connection was made.
#[derive(ServiceError)]
#[service_error(category, parent = BotoCoreError, retryable, also(category::Connection))]
pub enum ConnectionError {}

/// Nothing answers at the service's address, or its name is not known.
#[derive(Debug, Error, ServiceError)]
#[error("could not connect to the endpoint")]
#[service_error(parent = ConnectionError)]
#[wire(transport(connect))]
#[wire(transport(dns))]
pub struct EndpointConnectionError {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// No secure connection could be agreed on.
#[derive(Debug, Error, ServiceError)]
#[error("TLS failed")]
#[service_error(parent = ConnectionError)]
#[wire(transport(tls))]
pub struct SSLError {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// The HTTP client failed in a way that has no class below.
///
/// Whether to try again is not said: a request that could not even be built ends here as well.
#[derive(Debug, Error, ServiceError)]
#[error("the HTTP client failed")]
#[service_error(parent = BotoCoreError)]
#[wire(transport)]
pub struct HTTPClientError {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// The connection was closed before the whole answer had arrived.
#[derive(Debug, Error, ServiceError)]
#[error("the connection was closed")]
#[service_error(parent = HTTPClientError, retryable)]
#[wire(transport(io))]
pub struct ConnectionClosedError {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// No answer came in time.
#[derive(Debug, Error, ServiceError)]
#[error("no answer in time")]
#[service_error(parent = HTTPClientError, retryable, also(category::Timeout))]
#[wire(transport(timeout))]
pub struct ReadTimeoutError {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// There is nothing to sign the request with.
#[derive(Debug, Error, ServiceError)]
#[error("unable to locate credentials")]
#[service_error(parent = BotoCoreError, retryable = false, also(category::Unauthenticated))]
#[wire(transport(credentials))]
pub struct NoCredentialsError {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// The request's parameters are wrong, as this program found before it sent any.
///
/// ```
/// use errtax::{Retry, ServiceError};
/// use identitystore::failure::ParamValidationError;
///
/// let error = ParamValidationError { report: "UserName is empty".into() };
/// assert_eq!(error.to_string(), "Parameter validation failed:\nUserName is empty");
/// assert_eq!(error.retry_advice().retry(), Some(Retry::Never));
/// ```
#[derive(Debug, Error, ServiceError)]
#[error("Parameter validation failed:\n{report}")]
#[service_error(parent = BotoCoreError, retryable = false, local, also(category::InvalidInput))]
pub struct ParamValidationError {
    /// What is wrong, a line each.
    pub report: String,
}

/// What arrived is not what its checksum says.
#[derive(Debug, Error, ServiceError)]
#[error("checksum {kind} failed, expected checksum {expected} did not match calculated checksum {actual}")]
#[service_error(parent = BotoCoreError, retryable = false, local)]
pub struct ChecksumError {
    /// Which checksum, such as `crc32`.
    pub kind: String,
    /// What the answer said.
    pub expected: String,
    /// What its body has.
    pub actual: String,
}
