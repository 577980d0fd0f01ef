//! No answer at all: why, as far as is known.

#![allow(clippy::duplicated_attributes)] // Two rules of one class read the same.

use errtax::{Cause, ServiceError, category};
use thiserror::Error;

use crate::PydynoxException;

/// The service could not be reached, or the connection to it broke.
///
/// Whether to try again is said where a class below says it: what was never sent may end here as well.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(also(category::Connection))]
#[wire(transport, text = "Connection failed to {service}. Check if the endpoint is reachable.")]
#[wire(
    transport(io),
    retryable,
    text = "Connection failed to {service} (I/O error). Check if the endpoint is reachable."
)]
#[wire(transport(tls), text = "Connection failed to {service} (I/O error). Check if the endpoint is reachable.")]
pub struct ConnectionException {
    #[service_error(base)]
    base: PydynoxException,
    /// What the HTTP client said.
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// Nothing answers at that address.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(retryable)]
#[wire(transport(connect), text = "Connection failed to {service} (I/O error). Check if the endpoint is reachable.")]
pub struct ConnectionRefused {
    #[service_error(base)]
    base: ConnectionException,
}

/// The endpoint's name has no address.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(retryable)]
#[wire(transport(dns), text = "Connection failed to {service} (I/O error). Check if the endpoint is reachable.")]
pub struct HostNotFound {
    #[service_error(base)]
    base: ConnectionException,
}

/// No answer came in time.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(retryable, also(category::Timeout))]
#[wire(transport(timeout), text = "Connection timed out to {service}. Check your network or endpoint.")]
pub struct ConnectionTimeout {
    #[service_error(base)]
    base: ConnectionException,
}
