//! Errors by the name of their class, and the arguments of its constructor in Python.

use std::time::Duration;

use coredis::errors::{
    ClusterCrossSlotError, ClusterError, ClusterTransactionError, CommandNotSupportedError, CommandSyntaxError,
    MutuallyExclusiveParametersError, MutuallyInclusiveParametersMissing, PersistenceError, PrimaryNotFoundError,
    ReplicaNotFoundError, ReplicationError, RequiredParameterError, StalePrimaryError,
};
use errtax::wire::resp;
use errtax::{Classifier, Error, ErrorResponse};
use serde_json::Value;

use crate::named;

/// What Python makes of a reply, or of a text alone: here, too, a response makes it.
macro_rules! of_a_response {
    ($class:expr, $response:expr => $($name:ident)*) => {
        match $class {
            $(stringify!($name) => Some(match coredis::errors::$name::try_from($response) {
                Ok(error) => error.into(),
                // A redirection to nowhere, say: it is of the class, and has no value.
                Err(unfit) => errtax::classify::<coredis::errors::$name>(unfit.response),
            }),)*
            _ => None,
        }
    };
}

/// What the client finds, and has no more to say of than a text.
macro_rules! of_a_text {
    ($class:expr, $text:expr => $($name:ident)*) => {
        match $class {
            $(stringify!($name) => Some(coredis::errors::$name($text.unwrap_or_default()).into()),)*
            _ => None,
        }
    };
}

/// A category has no values: here is what is of it, and of no class below.
macro_rules! of_a_category {
    ($class:expr, $response:expr => $($name:ident)*) => {
        match $class {
            $(stringify!($name) => {
                errtax::catalog! { static ALONE: coredis::errors::$name = []; }
                Some(Classifier::new(&ALONE).classify($response))
            })*
            _ => None,
        }
    };
}

/// An error of that class, if the tree has it.
pub(crate) fn made(class: &str, given: &Given<'_>) -> Error {
    let text = given.text(0, "message");
    let error = by_its_own_arguments(class, given);
    let error = error.or_else(|| {
        of_a_response!(class, said(class, text.as_deref()) =>
            AskError AuthenticationError AuthenticationFailureError AuthenticationRequiredError AuthorizationError
            BusyLoadingError ClusterDownError DataError ExecAbortError InvalidResponse MovedError NetworkError NoKeyError
            NoScriptError NotBusyError ProtocolError ReadOnlyError ResponseError StreamConsumerGroupError
            StreamDuplicateConsumerGroupError TooManyClientsError TryAgainError UnblockedError UnknownCommandError
            WrongTypeError
        )
    });
    let error = error.or_else(|| {
        of_a_text!(class, text.clone() =>
            ClusterResponseError ClusterRoutingError FunctionError LockAcquisitionError LockError LockExtensionError
            LockReleaseError PubSubError StreamConsumerInitializationError WatchError
        )
    });
    let error = error.or_else(|| {
        of_a_category!(class, said(class, text.as_deref()) =>
            ConnectionError RedisClusterError RedisError SentinelError StreamConsumerError
        )
    });
    error.unwrap_or_else(|| panic!("nothing here makes a {class}"))
}

/// The classes whose constructors have a say in the text, or keep what they are given.
fn by_its_own_arguments(class: &str, given: &Given<'_>) -> Option<Error> {
    let text = |at, name| given.text(at, name).unwrap_or_default();
    let milliseconds = |at, name| Duration::from_millis(given.number(at, name).into());
    let names = |at, name| given.names(at, name);
    let details = given.text(1, "details");
    let details = details.as_deref();
    Some(match class {
        "ClusterCrossSlotError" => crossed(given),
        "ClusterError" => ClusterError { attempts: 1, last: made("TryAgainError", given) }.into(),
        "ClusterTransactionError" => ClusterTransactionError { msg: text(0, "msg") }.into(),
        "CommandNotSupportedError" => {
            CommandNotSupportedError { cmd: text(0, "cmd"), current_version: text(1, "current_version") }.into()
        }
        "CommandSyntaxError" => {
            let arguments = names(0, "arguments").into_iter().map(str::to_owned).collect();
            CommandSyntaxError { arguments, message: text(1, "message") }.into()
        }
        "MutuallyExclusiveParametersError" => {
            MutuallyExclusiveParametersError::new(&names(0, "arguments"), details).into()
        }
        "MutuallyInclusiveParametersMissing" => {
            let details = given.text(2, "details");
            let (arguments, leaders) = (names(0, "arguments"), names(1, "leaders"));
            MutuallyInclusiveParametersMissing::new(&arguments, &leaders, details.as_deref()).into()
        }
        "RequiredParameterError" => RequiredParameterError::new(&names(0, "arguments"), details).into(),
        "PersistenceError" => PersistenceError {
            command: text(0, "command"),
            local: given.number(1, "local"),
            replicas: given.number(2, "replicas"),
            timeout: milliseconds(3, "timeout"),
            reached: (0, 0),
        }
        .into(),
        "ReplicationError" => ReplicationError {
            command: text(0, "command"),
            replicas: given.number(1, "replicas"),
            timeout: milliseconds(2, "timeout"),
            reached: 0,
        }
        .into(),
        // In Python, these three have a text alone, in which the service may stand in quotes.
        "PrimaryNotFoundError" => PrimaryNotFoundError { service: quoted(text(0, "message")) }.into(),
        "ReplicaNotFoundError" => ReplicaNotFoundError { service: quoted(text(0, "message")) }.into(),
        "StalePrimaryError" => {
            let (host, role) = (String::new(), String::new());
            StalePrimaryError { service: text(0, "message"), host, port: 0, role }.into()
        }
        _ => return None,
    })
}

/// By what a server said, or by the command and the keys, or by nothing.
fn crossed(given: &Given<'_>) -> Error {
    let (message, command) = (given.text(0, "message"), given.text(1, "command").map(quoted));
    match (message, command) {
        (None, Some(command)) => ClusterCrossSlotError::new(&command, &given.names(2, "keys")).into(),
        (message, command) => {
            let mut error = ClusterCrossSlotError::try_from(said("ClusterCrossSlotError", message.as_deref())).unwrap();
            error.command = command;
            error.into()
        }
    }
}

/// What a server says to end in that class: the class's code, and the message behind it.
fn said(class: &str, message: Option<&str>) -> ErrorResponse {
    match (named(class).code(), message) {
        (Some(code), Some(message)) => resp::decode(format!("-{code} {message}\r\n").as_bytes()),
        (Some(code), None) => ErrorResponse::new().with_code(code),
        (None, Some(message)) => ErrorResponse::new().with_message(message),
        (None, None) => ErrorResponse::new(),
    }
}

/// The arguments of a constructor, each by its place, or by its name.
pub(crate) struct Given<'a>(pub(crate) &'a Value);

impl Given<'_> {
    fn argument(&self, at: usize, name: &str) -> &Value {
        let by_place = &self.0["args"][at];
        if by_place.is_null() { &self.0["kwargs"][name] } else { by_place }
    }

    /// Bytes as Python shows them in a text: `b'SET'`.
    fn text(&self, at: usize, name: &str) -> Option<String> {
        let text = self.argument(at, name).as_str()?;
        Some(if text.starts_with("b\"") { text.replace('"', "'") } else { text.to_owned() })
    }

    fn number(&self, at: usize, name: &str) -> u32 {
        self.argument(at, name).as_u64().and_then(|number| number.try_into().ok()).unwrap_or_default()
    }

    fn names(&self, at: usize, name: &str) -> Vec<&str> {
        self.argument(at, name).as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

/// What stands in quotes, such as `SET` in `b'SET'`; all of it, where nothing does.
fn quoted(text: String) -> String {
    text.split('\'').nth(1).map(str::to_owned).unwrap_or(text)
}
