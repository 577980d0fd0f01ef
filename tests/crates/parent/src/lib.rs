//! A parent class that a host and its plugin share, each with a copy of its own.
#![forbid(unsafe_code)]

use errtax::{ErrorResponse, ServiceError, category};
use thiserror::Error;

/// Base class of everything that the host and its plugins answer.
#[derive(Debug, Error, ServiceError)]
#[error("shared: {response}")]
#[service_error(service = "shared")]
pub struct SharedError {
    #[wire(response)]
    response: ErrorResponse,
}

/// A class that both sides know.
#[derive(Debug, Error, ServiceError)]
#[error("missing")]
#[service_error(parent = SharedError, code = "Missing", status = 404, also(category::NotFound))]
pub struct Missing;
