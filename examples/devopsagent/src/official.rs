//! What the official service answers with: the ten errors of its model (`devops-agent/2026-01-01`), with all their
//! members.
//!
//! The client `community-aidevops` has an older copy of this model, without two of its errors and one of its members.

use errtax::{Retry, RetryAdvice, ServiceError, category};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::client_error::ClientError;

/// Whatever the service's model describes.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(service = "devops-agent", status = 400)]
pub struct OfficialError {
    #[service_error(base)]
    base: ClientError,
}

/// The caller may not do this.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "AccessDeniedException", status = 403, members = "camelCase", out, also(category::Denied))]
pub struct AccessDeniedException {
    #[service_error(base)]
    base: OfficialError,
    /// Why.
    pub message: Option<String>,
}

/// The resource is in a state that does not allow this.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ConflictException", status = 409, members = "camelCase", out, also(category::Conflict))]
#[service_error(retryable = Self::advice)]
pub struct ConflictException {
    #[service_error(base)]
    base: OfficialError,
    /// What conflicts.
    pub message: Option<String>,
    /// The same for programs, where there is a word for it.
    pub reason: Option<ConflictReason>,
}

impl ConflictException {
    fn advice(&self) -> Option<RetryAdvice> {
        match self.reason.as_ref()? {
            ConflictReason::ChatArchived => Some(Retry::Never.into()),
            ConflictReason::Unknown(_) => None,
        }
    }
}

/// What conflicts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ConflictReason {
    /// The chat is archived.
    ChatArchived,
    /// A reason that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// The content is larger than the service takes.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ContentSizeExceededException", status = 413, members = "camelCase", out)]
#[service_error(also(category::InvalidInput))]
pub struct ContentSizeExceededException {
    #[service_error(base)]
    base: OfficialError,
    /// What the service says to humans.
    pub message: Option<String>,
}

/// A call of the service's to the caller's Identity Center failed.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "IdentityCenterServiceException", members = "camelCase", out)]
pub struct IdentityCenterServiceException {
    #[service_error(base)]
    base: OfficialError,
    /// Why.
    pub message: Option<String>,
    /// The code that Identity Center answered with.
    pub underlying_error_code: Option<String>,
}

/// The service failed.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "InternalServerException", status = 500, retryable, members = "camelCase", out)]
#[service_error(also(category::Internal))]
pub struct InternalServerException {
    #[service_error(base)]
    base: OfficialError,
    /// What the service says to humans.
    pub message: Option<String>,
}

/// A parameter is not what the service accepts.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "InvalidParameterException", members = "camelCase", out, also(category::InvalidInput))]
pub struct InvalidParameterException {
    #[service_error(base)]
    base: OfficialError,
    /// Which parameter, and why.
    pub message: Option<String>,
}

/// What was asked for does not exist.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ResourceNotFoundException", status = 404, members = "camelCase", out, also(category::NotFound))]
pub struct ResourceNotFoundException {
    #[service_error(base)]
    base: OfficialError,
    /// What was not found.
    pub message: Option<String>,
}

/// A quota would be exceeded: the service answers with 402, "Payment Required".
///
/// It does not pass by itself, as throttling does.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ServiceQuotaExceededException", status = 402, retryable = false, members = "camelCase", out)]
pub struct ServiceQuotaExceededException {
    #[service_error(base)]
    base: OfficialError,
    /// Which quota.
    pub message: Option<String>,
}

/// More requests than the service allows in a time.
///
/// The model only says that the request may be repeated. That it shall be repeated more slowly, the code says.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ThrottlingException", status = 429, retryable(throttling), members = "camelCase", out)]
#[service_error(also(category::Throttled))]
pub struct ThrottlingException {
    #[service_error(base)]
    base: OfficialError,
    /// What the service says to humans.
    pub message: Option<String>,
}

/// The request does not keep to the service's constraints.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ValidationException", members = "camelCase", out, also(category::InvalidInput))]
pub struct ValidationException {
    #[service_error(base)]
    base: OfficialError,
    /// What is wrong, in short.
    pub message: Option<String>,
    /// What is wrong with which member of the request; one member may stand here more than once.
    #[wire(member, default)]
    pub field_list: Vec<ValidationExceptionField>,
}

/// What is wrong with one member of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct ValidationExceptionField {
    /// Which member: a JSON pointer (RFC 6901).
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}
