//! What this side raises by itself, before or after the agent is asked: no answer becomes one of these.
//!
//! A class below another one has its code, unless it has one of its own.

use errtax::{ErrorResponse, ServiceError, Taxon, category};
use thiserror::Error;

use crate::documented::{DevOpsAgentAuthError, DevOpsAgentConfigError, DevOpsAgentValidationError};
use crate::exceptions::DevOpsAgentError;

impl DevOpsAgentError {
    /// With the code of the class, unless it has one.
    fn of(class: &Taxon, response: ErrorResponse) -> Self {
        Self::new(match (response.code(), class.code()) {
            (None, Some(code)) => response.with_code(code),
            _ => response,
        })
    }
}

/// There is nothing to prove with who asks, or it could not be made.
///
/// ```
/// use devopsagent::{AuthenticationError, DevOpsAgentAuthError, JWTGenerationError};
/// use errtax::{ErrorResponse, ServiceError};
///
/// let error = JWTGenerationError(AuthenticationError::new(ErrorResponse::new().with_message("the role has no policy")));
/// assert_eq!(error.to_string(), "AUTH_ERROR: the role has no policy");
/// assert!(error.as_dyn().is_a::<AuthenticationError>() && error.as_dyn().is_a::<DevOpsAgentAuthError>());
/// ```
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "AUTH_ERROR", local, also(DevOpsAgentAuthError, category::Unauthenticated))]
pub struct AuthenticationError(#[service_error(base)] DevOpsAgentError);

impl AuthenticationError {
    /// What went wrong: message, operation, cause.
    pub fn new(response: ErrorResponse) -> Self {
        Self(DevOpsAgentError::of(Self::TAXON, response))
    }
}

/// Credentials that had expired could not be renewed.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(local)]
pub struct CredentialRefreshError(#[service_error(base)] pub AuthenticationError);

/// No token could be made.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(local)]
pub struct JWTGenerationError(#[service_error(base)] pub AuthenticationError);

/// A token could not be exchanged for credentials.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(local)]
pub struct CredentialExchangeError(#[service_error(base)] pub AuthenticationError);

/// The client is set up wrongly.
///
/// ```
/// use devopsagent::{ConfigurationError, DevOpsAgentConfigError};
/// use errtax::{ErrorResponse, ServiceError};
///
/// let unset = std::env::var("NO_SUCH_AGENT_SPACE_ID").unwrap_err();
/// let error = ConfigurationError::new(ErrorResponse::new().with_message("no agent space").with_source(unset));
/// assert_eq!(errtax::report(&error).to_string(), "CONFIG_ERROR: no agent space: environment variable not found");
/// assert!(error.as_dyn().is_a::<DevOpsAgentConfigError>());
/// ```
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "CONFIG_ERROR", local, also(DevOpsAgentConfigError, category::FailedPrecondition))]
pub struct ConfigurationError(#[service_error(base)] DevOpsAgentError);

impl ConfigurationError {
    /// What is wrong with it: message, cause.
    pub fn new(response: ErrorResponse) -> Self {
        Self(DevOpsAgentError::of(Self::TAXON, response))
    }
}

/// A service could not be made known to the SDK.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(local)]
pub struct ServiceRegistrationError(#[service_error(base)] pub ConfigurationError);

/// Data does not fit its model.
///
/// ```
/// use devopsagent::{DevOpsAgentConfigError, DevOpsAgentValidationError, ModelValidationError};
/// use errtax::{ErrorResponse, ServiceError};
///
/// let error = ModelValidationError::new(ErrorResponse::new().with_message("status: no such value"));
/// assert_eq!(error.to_string(), "VALIDATION_ERROR: status: no such value");
/// assert!(error.as_dyn().is_a::<DevOpsAgentValidationError>() && error.as_dyn().is_a::<DevOpsAgentConfigError>());
/// ```
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "VALIDATION_ERROR", local, also(DevOpsAgentValidationError, category::InvalidInput))]
pub struct ModelValidationError(#[service_error(base)] ConfigurationError);

impl ModelValidationError {
    /// What does not fit: message, cause.
    pub fn new(response: ErrorResponse) -> Self {
        Self(ConfigurationError(DevOpsAgentError::of(Self::TAXON, response)))
    }
}
