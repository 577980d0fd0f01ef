//! What a server answers with: each code once.

use errtax::{Cause, ErrorResponse, ServiceError, category};
use thiserror::Error;

use super::RedisError;

/// The server answered with an error: one that a class below describes, or any other.
///
/// The text is the server's. Of a code that no class has, the code is part of it; of a command in a pipeline, which one
/// it was ([`Connection::pipeline`](crate::Connection::pipeline)). The message stays what the server said.
///
/// ```
/// let generic = coredis::decode(b"-ERR syntax error\r\n");
/// assert_eq!((generic.code(), &*generic.to_string()), (Some("ERR"), "syntax error"));
///
/// let unknown = coredis::decode(b"-BUSYKEY Target key name already exists.\r\n");
/// assert_eq!((unknown.code(), unknown.taxon().name()), (Some("BUSYKEY"), "ResponseError"));
/// assert_eq!(unknown.to_string(), "BUSYKEY Target key name already exists.");
/// assert_eq!(unknown.message().as_deref(), Some("Target key name already exists."));
/// ```
#[derive(Debug, Default, Error, ServiceError)]
#[error("{}{response}", place(.response))]
#[service_error(parent = RedisError, code = "ERR")]
#[wire(fallback, text = "{code} {message}")]
pub struct ResponseError {
    #[wire(response)]
    response: ErrorResponse,
}

/// Which command of a pipeline the error belongs to, if it was one of a pipeline.
fn place(response: &ErrorResponse) -> String {
    match (response.context("number"), response.context("command")) {
        (Some(number), Some(command)) => {
            format!("Command # {number} ({}) of pipeline caused error: ", one_line(command))
        }
        _ => String::new(),
    }
}

/// Without line ends and control characters, which shall not reach a terminal or a log.
pub(super) fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// `SCRIPT KILL` or `FUNCTION KILL`, and nothing runs.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "NOTBUSY")]
pub struct NotBusyError(#[service_error(base)] ResponseError);

/// The client was blocked, and another one woke it by `CLIENT UNBLOCK … ERROR`.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "UNBLOCKED")]
pub struct UnblockedError(#[service_error(base)] ResponseError);

/// The key holds another type of data.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "WRONGTYPE", also(category::InvalidInput))]
pub struct WrongTypeError(#[service_error(base)] ResponseError);

/// The server does not have the script that `EVALSHA` names.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "NOSCRIPT", also(category::NotFound))]
pub struct NoScriptError(#[service_error(base)] ResponseError);

/// A command of the transaction was refused when it was queued: nothing was done.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "EXECABORT")]
pub struct ExecAbortError {
    #[service_error(base)]
    base: ResponseError,
    #[source]
    #[wire(cause)]
    cause: Option<Cause>,
}

impl ExecAbortError {
    /// What that command was answered with, where that is at hand: after a
    /// [`transaction`](crate::Connection::transaction).
    pub fn refused(&self) -> Option<&dyn ServiceError> {
        self.cause.as_ref().and_then(|cause| errtax::find(&**cause))
    }
}

/// A write was sent to a replica.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "READONLY")]
pub struct ReadOnlyError(#[service_error(base)] ResponseError);

/// The key that a command names does not exist: a reply, or the number -2 (see [`integer::time`](crate::integer::time)).
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "NOKEY", also(category::NotFound))]
#[wire(code = "-2", text = "no such key")]
pub struct NoKeyError(#[service_error(base)] ResponseError);

/// The server does not know the command, or the command not that subcommand.
///
/// ```
/// use coredis::errors::UnknownCommandError;
///
/// let error = coredis::decode(b"-ERR unknown command 'FROB', with args beginning with: 'a' \r\n");
/// assert_eq!(error.downcast_ref::<UnknownCommandError>().unwrap().command(), Some("FROB"));
/// ```
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(parent = ResponseError)]
#[wire(code = "ERR", message_prefix = "unknown command")]
#[wire(code = "ERR", message_prefix = "unknown subcommand")]
#[wire(code = "ERR", message_prefix = "sub command not supported")]
#[allow(clippy::duplicated_attributes, reason = "each attribute is a rule of its own")]
pub struct UnknownCommandError(#[service_error(base)] ResponseError);

impl UnknownCommandError {
    /// The command that is unknown, where the server quotes it: servers before 7 do in backticks, later ones in quotes.
    pub fn command(&self) -> Option<&str> {
        let quoted = self.0.response.message()?.strip_prefix("unknown command ")?;
        quoted.split(['\'', '`']).nth(1)
    }
}

/// The server wants to know who asks, or does not believe it.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(also(category::Unauthenticated))]
pub struct AuthenticationError(#[service_error(base)] ResponseError);

/// The user, the password or both are wrong.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "WRONGPASS")]
pub struct AuthenticationFailureError(#[service_error(base)] AuthenticationError);

/// Nobody has logged in on this connection.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "NOAUTH")]
pub struct AuthenticationRequiredError(#[service_error(base)] AuthenticationError);

/// The user may not do this, or not with this key or channel.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "NOPERM", also(category::Denied))]
pub struct AuthorizationError(#[service_error(base)] ResponseError);
