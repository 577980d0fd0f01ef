//! What the service `community-devops-agent` answers with: the four errors of the model that the client has of it
//! (2025-12-09).
//!
//! The service's word here is its host's, `dp.aidevops`: by the client's own word, an answer becomes a
//! [`DevOpsAgentError`](crate::DevOpsAgentError), which nothing but [`handle_client_error`](crate::handle_client_error)
//! makes of it.

use errtax::{ServiceError, category};
use thiserror::Error;

use crate::client_error::ClientError;

/// Whatever the service's model describes.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(service = "dp.aidevops")]
pub struct CommunityError {
    #[service_error(base)]
    base: ClientError,
}

/// The request was rejected.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ValidationException", status = 400, members = "camelCase", out, also(category::InvalidInput))]
pub struct ValidationException {
    #[service_error(base)]
    base: CommunityError,
    /// What is wrong.
    pub message: Option<String>,
}

/// Who asks is not known.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "UnauthorizedException", status = 401, members = "camelCase", out)]
#[service_error(also(category::Unauthenticated))]
pub struct UnauthorizedException {
    #[service_error(base)]
    base: CommunityError,
    /// Why.
    pub message: Option<String>,
}

/// What was asked for does not exist.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ResourceNotFoundException", status = 404, members = "camelCase", out, also(category::NotFound))]
pub struct ResourceNotFoundException {
    #[service_error(base)]
    base: CommunityError,
    /// What was not found.
    pub message: Option<String>,
}

/// The service failed.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "InternalServerException", status = 500, retryable, members = "camelCase", out)]
#[service_error(also(category::Internal))]
pub struct InternalServerException {
    #[service_error(base)]
    base: CommunityError,
    /// What the service says to humans.
    pub message: Option<String>,
}
