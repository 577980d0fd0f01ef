//! A storage client that knows its own errors, and lets its users add theirs to the tree.

use errtax::{ErrorResponse, ServiceError, category, wire::aws_json};
use thiserror::Error;

/// Base class of everything that the storage answers.
#[derive(Debug, Error, ServiceError)]
#[error("storage: {response}")]
#[service_error(service = "storage")]
pub struct StorageError {
    #[wire(response)]
    response: ErrorResponse,
}

/// The object does not exist.
#[derive(Debug, Error, ServiceError)]
#[error("no object at {key}")]
#[service_error(parent = StorageError, code = "NoSuchKey", status = 404, also(category::NotFound))]
pub struct NoSuchKey {
    /// The key that was asked for.
    #[wire(context)]
    pub key: String,
}

/// A write was refused by a rule of the bucket.
#[derive(Debug, Error, ServiceError)]
#[error("refused: {base}")]
#[service_error(code = "WriteRefused", status = 409, also(category::Conflict))]
pub struct WriteRefused {
    #[service_error(base)]
    base: StorageError,
}

/// Pretends to ask the service for the object at `key`.
///
/// # Errors
///
/// The most specific class of the storage's errors, those that other crates added among them.
pub fn get(key: &str) -> errtax::Result<Vec<u8>> {
    let code = match key {
        "locked" => "LegalHold",
        "odd" => "NobodyKnowsThis",
        "full" => "WriteRefused",
        _ => "NoSuchKey",
    };
    let body = format!(r#"{{"__type": "com.storage#{code}", "message": "about {key}", "case": "C-17"}}"#);
    let answer = aws_json::decode(409, [("x-amzn-requestid", "R-1")], body.as_bytes());
    Err(errtax::classify::<StorageError>(answer.with_context("key", key)))
}
