//! What sentinels know, and what they do not.

use errtax::{ServiceError, category};
use thiserror::Error;

use super::RedisError;

/// Something about what sentinels watch.
#[derive(ServiceError)]
#[service_error(category, parent = RedisError)]
pub enum SentinelError {}

/// No sentinel knows a primary of that name.
#[derive(Debug, Error, ServiceError)]
#[error("No primary found for '{service}'")]
#[service_error(parent = SentinelError, local, also(category::NotFound))]
pub struct PrimaryNotFoundError {
    /// The name under which it is watched.
    pub service: String,
}

/// What the sentinel names is a primary no longer.
#[derive(Debug, Error, ServiceError)]
#[error("Primary {service} at {host}:{port} reports a role of '{role}'")]
#[service_error(parent = SentinelError, local, retryable)]
pub struct StalePrimaryError {
    /// The name under which it is watched.
    pub service: String,
    /// Where it is.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// What it says that it is.
    pub role: String,
}

/// The sentinel knows no replica that can be used.
#[derive(Debug, Error, ServiceError)]
#[error("No replica found for '{service}'")]
#[service_error(parent = SentinelError, local, also(category::NotFound))]
pub struct ReplicaNotFoundError {
    /// The name under which its primary is watched.
    pub service: String,
}
