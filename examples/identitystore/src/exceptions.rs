//! What `IdentityStore` answers with: the seven errors of its model (`identitystore/2020-06-15`), with all their members.
//!
//! Each has two ids of its request, which need not be the same. The field `request_id` is the member `RequestId` of the
//! answer's body; the method `request_id()` of [`errtax::ServiceError`] gives the header `x-amzn-requestid`, by which
//! AWS's support finds a request.

use errtax::{Retry, RetryAdvice, ServiceError, category};
use thiserror::Error;

use crate::client_error::ClientError;
use crate::reasons::{
    AccessDeniedReason, ConflictReason, ResourceNotFoundReason, ResourceType, ThrottlingReason, ValidationReason,
};

/// Whatever the service's model describes.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(service = "identitystore", status = 400)]
pub struct IdentityStoreError {
    #[service_error(base)]
    base: ClientError,
}

/// The caller may not do this, or the key that encrypts the store may not be used.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "AccessDeniedException", members = "PascalCase", out, also(category::Denied))]
pub struct AccessDeniedException {
    #[service_error(base)]
    base: IdentityStoreError,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The request's id in the body.
    pub request_id: Option<String>,
    /// Why, where the key is the reason.
    pub reason: Option<AccessDeniedReason>,
}

/// The request would break a uniqueness claim, or somebody else is changing the resource right now.
///
/// Only the latter passes by itself: the [`reason`](Self::reason) says whether to try again.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ConflictException", members = "PascalCase", out, also(category::Conflict))]
#[service_error(retryable = Self::advice)]
pub struct ConflictException {
    #[service_error(base)]
    base: IdentityStoreError,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The request's id in the body.
    pub request_id: Option<String>,
    /// Which of the two it is.
    pub reason: Option<ConflictReason>,
}

impl ConflictException {
    fn advice(&self) -> Option<RetryAdvice> {
        match self.reason.as_ref()? {
            ConflictReason::ConcurrentModification => Some(Retry::Transient.into()),
            ConflictReason::UniquenessConstraintViolation => Some(Retry::Never.into()),
            ConflictReason::Unknown(_) => None,
        }
    }
}

/// The service failed.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "InternalServerException", status = 500, retryable, members = "PascalCase", out)]
#[service_error(also(category::Internal))]
pub struct InternalServerException {
    #[service_error(base)]
    base: IdentityStoreError,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The request's id in the body.
    pub request_id: Option<String>,
    /// After how many seconds the request may be repeated.
    #[wire(member, retry_after)]
    pub retry_after_seconds: Option<u32>,
}

/// A user, group, membership or store does not exist, or the key that encrypts the store.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ResourceNotFoundException", members = "PascalCase", out, also(category::NotFound))]
pub struct ResourceNotFoundException {
    #[service_error(base)]
    base: IdentityStoreError,
    /// Of which kind the resource is.
    pub resource_type: Option<ResourceType>,
    /// Its id: a UUID, which may stand behind ten digits of the store, or at the end of an ARN.
    pub resource_id: Option<String>,
    /// Why, where the key is the reason.
    pub reason: Option<ResourceNotFoundReason>,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The request's id in the body.
    pub request_id: Option<String>,
}

/// A quota of the store, of users or groups say, is used up.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ServiceQuotaExceededException", members = "PascalCase", out)]
pub struct ServiceQuotaExceededException {
    #[service_error(base)]
    base: IdentityStoreError,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The request's id in the body.
    pub request_id: Option<String>,
}

/// More requests than the service, or the key that encrypts the store, allows in a time.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ThrottlingException", retryable(throttling), members = "PascalCase", out)]
#[service_error(also(category::Throttled))]
pub struct ThrottlingException {
    #[service_error(base)]
    base: IdentityStoreError,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The request's id in the body.
    pub request_id: Option<String>,
    /// After how many seconds the request may be repeated.
    #[wire(member, retry_after)]
    pub retry_after_seconds: Option<u32>,
    /// Why, where the key is the reason.
    pub reason: Option<ThrottlingReason>,
}

/// The request is not what the service accepts, or the key that encrypts the store cannot be used.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ValidationException", members = "PascalCase", out, also(category::InvalidInput))]
pub struct ValidationException {
    #[service_error(base)]
    base: IdentityStoreError,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The request's id in the body.
    pub request_id: Option<String>,
    /// Why, where the key is the reason.
    pub reason: Option<ValidationReason>,
}
