//! No connection, or a server that does not serve yet.

use errtax::{Cause, ErrorResponse, ServiceError, category};
use thiserror::Error;

use super::{RedisError, ResponseError};

/// There is no connection, or none that can be used for now.
#[derive(ServiceError)]
#[service_error(category, parent = RedisError, retryable, also(category::Connection))]
pub enum ConnectionError {}

/// No connection was made, or it broke, or no reply came in time. In Python, a plain `ConnectionError`.
#[derive(Debug, Error, ServiceError)]
#[error("{response}")]
#[service_error(parent = ConnectionError)]
#[wire(transport, text = "Connection lost while receiving response")]
#[wire(transport(build), text = "The command could not be sent")]
#[wire(transport(connect), text = "Could not connect to {address}")]
#[wire(transport(dns), text = "No address is known for {address}")]
#[wire(transport(timeout), text = "No reply in time")]
pub struct NetworkError {
    #[wire(response)]
    response: ErrorResponse,
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

/// The server has as many clients as it takes. In Python, a plain `ConnectionError`.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(parent = ResponseError, retryable, also(ConnectionError))]
#[wire(code = "ERR", message_prefix = "max number of clients reached")]
pub struct TooManyClientsError(#[service_error(base)] ResponseError);

/// The server does not speak the protocol's version that `HELLO` asks for.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "NOPROTO", also(ConnectionError))]
pub struct ProtocolError(#[service_error(base)] ResponseError);

/// The server is still reading its data from disk.
///
/// A [`ConnectionError`] too, so that whatever waits for a connection waits for this as well.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "LOADING", retryable, also(ConnectionError, category::Unavailable))]
pub struct BusyLoadingError(#[service_error(base)] ResponseError);

/// What arrived is no reply.
#[derive(Debug, Error, ServiceError)]
#[error("Protocol Error: what arrived is no reply")]
#[service_error(parent = RedisError)]
#[wire(transport(decode))]
pub struct InvalidResponse {
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}
