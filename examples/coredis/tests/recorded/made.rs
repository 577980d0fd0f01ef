//! Errors that the client makes, by the arguments of a constructor.

use std::time::Duration;

use coredis::errors::{
    ClusterCrossSlotError, ClusterTransactionError, CommandSyntaxError, MutuallyExclusiveParametersError,
    PersistenceError, RequiredParameterError,
};
use errtax::{Error, ErrorResponse};
use serde_json::Value;

pub(crate) fn made(input: &Value) -> Error {
    let args = &input["args"];
    let words = |value: &Value| -> Vec<String> { serde_json::from_value(value.clone()).unwrap() };
    let text = |at: usize| args[at].as_str();
    let number = |at: usize| u32::try_from(args[at].as_u64().unwrap()).unwrap();
    let names = if args[0].is_array() { words(&args[0]) } else { Vec::new() };
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match input["class"].as_str() {
        Some("ClusterCrossSlotError") => match input["kwargs"]["command"].as_str() {
            Some(command) => {
                let keys = words(&input["kwargs"]["keys"]);
                ClusterCrossSlotError::new(bytes(command), &keys.iter().map(String::as_str).collect::<Vec<_>>()).into()
            }
            None => ClusterCrossSlotError::try_from(ErrorResponse::new()).unwrap().into(),
        },
        Some("PersistenceError") => PersistenceError {
            // As Python shows bytes in a text.
            command: text(0).unwrap().replace('"', "'"),
            local: number(1),
            replicas: number(2),
            timeout: Duration::from_millis(number(3).into()),
            reached: (0, 0),
        }
        .into(),
        Some("CommandSyntaxError") => CommandSyntaxError {
            arguments: names.iter().map(ToString::to_string).collect(),
            message: text(1).unwrap().to_owned(),
        }
        .into(),
        Some("RequiredParameterError") => RequiredParameterError::new(&names, text(1)).into(),
        Some("MutuallyExclusiveParametersError") => MutuallyExclusiveParametersError::new(&names, text(1)).into(),
        Some("ClusterTransactionError") => ClusterTransactionError { msg: text(0).unwrap().to_owned() }.into(),
        other => panic!("a class that nothing here is made of: {other:?}"),
    }
}

/// `b"SET"`, as Python writes bytes.
fn bytes(written: &str) -> &str {
    written.trim_start_matches('b').trim_matches('"')
}
