//! A small tree with a class for every layer of the classifier, and for every role of a field.

use std::collections::BTreeMap;
use std::time::Duration;

use errtax::{Cause, ErrorResponse, ServiceError};
use serde_bytes::ByteBuf;
use thiserror::Error;

use crate::members::Inner;

#[derive(Debug, Error, ServiceError)]
#[error("root: {response}")]
#[service_error(service = "orders", problem = "https://example.com/probs/", domain = "orders.example.com")]
pub struct Root {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(parent = Root, code = "LATE", members)]
#[wire(code = "Late")]
#[wire(problem = "late:")]
struct Late {
    m: Option<u64>,
    n: Option<Inner>,
    bytes: Option<ByteBuf>,
    list: Option<Vec<String>>,
    map: Option<BTreeMap<String, u64>>,
    #[wire(header = "x-amzn-requestid", default)]
    id: String,
    #[wire(retry_after)]
    after: Option<Duration>,
    #[wire(cause)]
    cause: Option<Cause>,
}

#[derive(Debug, Error, ServiceError)]
#[error("moved")]
#[service_error(parent = Root, code = "MOVED", members)]
struct Moved {
    slot: Option<u16>,
    host: Option<String>,
    port: Option<u16>,
}

#[derive(Debug, Error, ServiceError)]
#[error("broken")]
#[service_error(parent = Root, status = 500, retryable)]
#[wire(code("E*", "23*"))]
#[wire(code = "E*", message_prefix = "a", status = 400, text = "{message} of {service}")]
struct Broken;

#[derive(Debug, Error, ServiceError)]
#[error("asked for text: {message}")]
#[service_error(parent = Root)]
#[wire(status = 404)]
#[wire(fallback)]
struct Told {
    #[wire(message, default)]
    message: Shown,
}

/// A message, as a class shows it that knows what a message may hold.
#[derive(Debug, Default, serde::Deserialize)]
struct Shown(String);

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.escape_debug())
    }
}
