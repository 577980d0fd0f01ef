//! Locks that several programs share.

use errtax::{ServiceError, category};
use thiserror::Error;

use super::RedisError;

/// Something about a lock. In Python a `ValueError`, too.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = RedisError, local, also(category::InvalidInput))]
pub struct LockError(pub String);

/// Somebody else has the lock.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = LockError, local)]
pub struct LockAcquisitionError(pub String);

/// The lock to release is not held, or is somebody else's.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = LockError, local)]
pub struct LockReleaseError(pub String);

/// The lock to extend is not held, is somebody else's, or never ends.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = LockError, local)]
pub struct LockExtensionError(pub String);
