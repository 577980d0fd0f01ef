//! Consumers of streams.

use errtax::{ServiceError, category};
use thiserror::Error;

use super::{RedisError, ResponseError};

/// Something about a consumer of streams.
#[derive(ServiceError)]
#[service_error(category, parent = RedisError)]
pub enum StreamConsumerError {}

/// The consumer group does not exist, or there is something else about it.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "NOGROUP", also(StreamConsumerError))]
pub struct StreamConsumerGroupError(#[service_error(base)] ResponseError);

/// The consumer group exists already.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "BUSYGROUP", also(category::Conflict))]
pub struct StreamDuplicateConsumerGroupError(#[service_error(base)] StreamConsumerGroupError);

/// A consumer could not be set up as it was configured.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = StreamConsumerError, local)]
pub struct StreamConsumerInitializationError(pub String);
