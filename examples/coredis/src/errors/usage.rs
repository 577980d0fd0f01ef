//! What the client finds by itself: arguments that do not fit, and a state in which a command makes no sense.

use std::collections::BTreeSet;

use errtax::{ServiceError, category};
use thiserror::Error;

use super::RedisError;

/// A command was called with arguments that do not go together.
#[derive(Debug, Error, ServiceError)]
#[error("{message}")]
#[service_error(parent = RedisError, local, also(category::InvalidInput))]
pub struct CommandSyntaxError {
    /// The arguments' names.
    pub arguments: BTreeSet<String>,
    /// What is wrong with them.
    pub message: String,
}

impl CommandSyntaxError {
    fn new(arguments: &[&str], what: &str, details: Option<&str>) -> Self {
        let details = details.map(|details| format!(" {details}")).unwrap_or_default();
        Self { arguments: arguments.iter().map(ToString::to_string).collect(), message: format!("{what}{details}") }
    }
}

/// One of some arguments is needed, and none was given.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(local)]
pub struct RequiredParameterError(#[service_error(base)] CommandSyntaxError);

impl RequiredParameterError {
    /// Of these arguments.
    pub fn new(arguments: &[&str], details: Option<&str>) -> Self {
        let what = format!("One of [{}] must be provided.", arguments.join(","));
        Self(CommandSyntaxError::new(arguments, &what, details))
    }
}

/// At most one of some arguments is allowed, and more were given.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(local)]
pub struct MutuallyExclusiveParametersError(#[service_error(base)] CommandSyntaxError);

impl MutuallyExclusiveParametersError {
    /// Of these arguments.
    pub fn new(arguments: &[&str], details: Option<&str>) -> Self {
        let what = format!("The [{}] parameters are mutually exclusive.", arguments.join(","));
        Self(CommandSyntaxError::new(arguments, &what, details))
    }
}

/// Some arguments come together, and only a part of them was given.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(local)]
pub struct MutuallyInclusiveParametersMissing(#[service_error(base)] CommandSyntaxError);

impl MutuallyInclusiveParametersMissing {
    /// Of these arguments, which must come with the leaders, or with each other where there are none.
    pub fn new(arguments: &[&str], leaders: &[&str], details: Option<&str>) -> Self {
        let given = arguments.join(",");
        let what = if leaders.is_empty() {
            format!("The [{given}] parameters are mutually inclusive and must be provided together.")
        } else {
            format!("The [{given}] parameters(s) must be provided together with [{}].", leaders.join(","))
        };
        Self(CommandSyntaxError::new(arguments, &what, details))
    }
}

/// The server is too old for the command.
#[derive(Debug, Error, ServiceError)]
#[error("{cmd} is not supported on server version {current_version}")]
#[service_error(parent = RedisError, local)]
pub struct CommandNotSupportedError {
    /// The command.
    pub cmd: String,
    /// The server's version.
    pub current_version: String,
}

/// Publishing and subscribing was used wrongly, or went wrong.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = RedisError, local)]
pub struct PubSubError(pub String);

/// A watched key changed before the transaction: nothing was done.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = RedisError, local, also(category::Conflict))]
pub struct WatchError(pub String);

/// A library of functions is not on the server, or cannot be used.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = RedisError, local)]
pub struct FunctionError(pub String);
