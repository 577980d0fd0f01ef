//! What failed on this side of the connection: a request that was never sent, an answer that nobody could read.

use errtax::{Cause, ServiceError, category};
use thiserror::Error;

use crate::PydynoxException;

/// The SDK could not build the request. Nothing was sent, and the same request fails again.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(also(category::InvalidInput))]
#[wire(transport(build), text = "Failed to build request")]
pub struct RequestNotBuilt {
    #[service_error(base)]
    base: PydynoxException,
    /// What the SDK said.
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// An answer came, and made no sense: whether the service has done what it was asked for is not known.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[wire(transport(decode), text("Invalid response from {service}", "Invalid response"))]
pub struct InvalidResponse {
    #[service_error(base)]
    base: PydynoxException,
    /// What the SDK said.
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}
