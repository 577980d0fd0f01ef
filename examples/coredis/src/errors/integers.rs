//! Errors that stand in a number: what [`integer`](crate::integer) makes of it.

use std::time::Duration;

use errtax::{ServiceError, category};
use thiserror::Error;

use super::RedisError;

/// The data is not what the command takes, or the key has no time to expire at (the number -1).
#[derive(Debug, Error, ServiceError)]
#[error("{message}")]
#[service_error(parent = RedisError, also(category::InvalidInput))]
#[wire(code = "-1")]
pub struct DataError {
    /// What is wrong.
    #[wire(message, default = no_expiry)]
    pub message: String,
}

fn no_expiry() -> String {
    "the key does not expire".to_owned()
}

/// `WAIT`: too few replicas have what was written.
#[derive(Debug, Error, ServiceError)]
#[error("Command {command} did not replicate to {replicas} replicas within {} ms.", .timeout.as_millis())]
#[service_error(parent = RedisError, local)]
pub struct ReplicationError {
    /// What wrote.
    pub command: String,
    /// How many replicas were wanted.
    pub replicas: u32,
    /// How long they had.
    pub timeout: Duration,
    /// How many made it.
    pub reached: i64,
}

/// `WAITAOF`: what was written is on too few disks.
#[derive(Debug, Error, ServiceError)]
#[error(
    "Command {command} did not sync to the aof of {local} hosts and/or {replicas} replicas within {} ms.",
    .timeout.as_millis()
)]
#[service_error(parent = RedisError, local)]
pub struct PersistenceError {
    /// What wrote.
    pub command: String,
    /// How many primaries were wanted: one, or none.
    pub local: u32,
    /// How many replicas were wanted.
    pub replicas: u32,
    /// How long they had.
    pub timeout: Duration,
    /// How many primaries and replicas made it.
    pub reached: (i64, i64),
}
