//! The cases without an answer: what is found on this side, what is repeated, what the original's documentation says.

use std::any::TypeId;
use std::cell::Cell;
use std::error::Error as StdError;
use std::time::Duration;

use errtax::{Error, ErrorResponse, ServiceError, Transport};
use pydynox::{
    ConditionalCheckFailedException, InvalidEnvelope, InvalidRequest, ItemTooLargeException, LockLost, LockNotAcquired,
    LockReleaseError, LockTableNotFound, ProvisionedThroughputExceededException, PydynoxException,
    ResourceNotFoundException, S3AttributeException, S3Exception, SerializationException, released, retry_on_throttle,
};
use serde_json::{Value, json};
use testbed::{Case, Comparison};
use thiserror::Error as ThisError;

use crate::clients::Clients;
use crate::{Tree, calls};

/// What this side refuses to send, or to open.
pub(crate) async fn found_here(case: &Case) -> Error {
    let operation = case.noted("operation").and_then(Value::as_str).expect("each has one");
    if case.input.get("credentials").is_some_and(Value::is_null) {
        let clients = Clients::without_credentials();
        return calls::called(&clients, &case.input, operation).await.expect_err("there are no credentials");
    }
    match (operation, case.input["ciphertext"].as_str()) {
        ("txw", _) => InvalidRequest::RequestToken.into(),
        ("put", _) => SerializationException { found: "object".into() }.into(),
        (_, Some("ENC:!!!")) => InvalidEnvelope::Base64 { reason: "Invalid symbol 33, offset 0.".into() }.into(),
        // 09 00 01: a version, and the length of a key.
        (_, Some("ENC:CQAB")) => InvalidEnvelope::Version { found: 9 }.into(),
        (_, Some("ENC:AQAQ")) => InvalidEnvelope::Truncated.into(),
        other => panic!("{}: {other:?}", case.id),
    }
}

/// What a lock does, and the body that it guards.
pub(crate) fn under_a_lock(case: &Case) -> Error {
    let denied = || ErrorResponse::new().with_code("AccessDeniedException").with_message("Denied");
    let unreleased = || {
        let refused = errtax::classify::<PydynoxException>(ErrorResponse::new().with_transport(Transport::Connect));
        LockReleaseError { cause: Some(refused) }
    };
    match case.input["lock"].as_str() {
        Some("never acquired") => LockLost::NotHeld.into(),
        Some("guard reused") => LockNotAcquired::Reused.into(),
        Some("table missing") => LockTableNotFound { table: "nope".into() }.into(),
        Some("wrong key schema") => InvalidRequest::LockTableKeys.into(),
        Some("delete fails with ConnectionException") => {
            let error = released::<_, Error>(Ok(()), Err(unreleased()), |_| unreachable!()).unwrap_err();
            assert!(StdError::source(&error).is_some(), "the original discards why");
            error
        }
        Some("put fails with AccessDeniedException") => errtax::classify::<PydynoxException>(denied()),
        other => panic!("{}: {other:?}", case.id),
    }
}

/// A body that fails while its lock cannot be released: its error is the one that counts, and the other a note.
pub(crate) fn body_failed(case: &Case, compare: &mut Comparison) {
    #[derive(Debug, ThisError)]
    #[error("Business failure")]
    struct ValueError;

    let mut notes = Vec::new();
    let note = |release: LockReleaseError| notes.push(format!("Lock cleanup also failed: {release}"));
    let body: Result<(), Box<dyn StdError>> = Err(ValueError.into());
    let error = released(body, Err(LockReleaseError { cause: None }), note).unwrap_err();
    let class = if error.is::<ValueError>() { "ValueError" } else { "another" };
    compare.that("class", case.recorded("expected_class"), class);
    compare.that("text", case.recorded("expected_str"), error.to_string());
    compare.that("notes", case.recorded("expected_notes"), notes);
}

/// What the caller makes of its own values.
pub(crate) fn constructed(case: &Case) -> Error {
    assert_eq!(case.input["class"], "ItemTooLargeException", "{}", case.id);
    let size = |at: usize| case.input["args"][at].as_u64().and_then(|size| size.try_into().ok()).unwrap();
    let item_key = Some(case.input["args"][2].clone());
    ItemTooLargeException { size: size(0), max_size: size(1), item_key }.into()
}

/// The fields of what was constructed.
pub(crate) fn constructed_fields(error: &Error) -> Option<Value> {
    let error: &ItemTooLargeException = error.downcast_ref()?;
    Some(json!({"size": error.size, "max_size": error.max_size, "item_key": error.item_key}))
}

/// An operation that fails some times, behind a rate limiter or not.
pub(crate) async fn repeated(case: &Case, tree: &Tree) -> Value {
    /// As the subclass of somebody's own.
    #[derive(Debug, ThisError, ServiceError)]
    #[error("throttled")]
    #[service_error(parent = ProvisionedThroughputExceededException, local)]
    struct Sub;

    let raised = |name: &str| match name {
        "Sub" => Sub.into(),
        "ConnectionException" => {
            errtax::classify::<PydynoxException>(ErrorResponse::new().with_transport(Transport::Connect))
        }
        code => errtax::classify::<PydynoxException>(ErrorResponse::new().with_service("DynamoDB").with_code(code)),
    };
    let names = case.input["raises"].as_array().unwrap();
    let failures = case.input["n_raises"].as_u64().unwrap();
    let is_limited = case.input["rate_limit"] == true;
    // Ten attempts: 100 ms, doubled up to 5 s.
    let delays = (0..9).map(|attempt| Duration::from_millis((100 << attempt).min(5000)));
    let (mut calls, throttles) = (0_u64, Cell::new(0_u64));
    let attempt = async || {
        calls += 1;
        if calls > failures {
            return Ok(());
        }
        // The last name stands for all further ones.
        let at = usize::try_from(calls - 1).unwrap().min(names.len() - 1);
        let error: Error = raised(names[at].as_str().unwrap());
        throttles.set(throttles.get() + u64::from(error.is_a::<ProvisionedThroughputExceededException>()));
        Err(error)
    };
    let done = retry_on_throttle(delays.filter(|_| is_limited), attempt, async |_| {}).await;
    let result = done.map_or_else(|error| tree.known(error.taxon())[0], |()| "ok");
    json!({"result": result, "calls": calls, "throttles": throttles.get()})
}

/// Where the original is not what its documentation says: here, the documentation holds.
pub(crate) fn documented(case: &Case, compare: &mut Comparison) {
    let holds = match case.id.as_str() {
        "attr_item_unset" => {
            let unasked = ErrorResponse::new().with_code("ConditionalCheckFailedException").with_service("DynamoDB");
            ConditionalCheckFailedException::try_from(unasked).unwrap().item.is_none()
        }
        // One class by two names: whoever catches the one catches the other. And it can be named.
        "s3attr_never_caught" | "s3exception_not_exported" => {
            let failed = errtax::classify::<PydynoxException>(ErrorResponse::new().with_service("S3"));
            failed.is_a::<S3AttributeException>() && TypeId::of::<S3AttributeException>() == TypeId::of::<S3Exception>()
        }
        // Errors go to other threads, which is what Python needs pickling for; to other processes go code and members.
        "pickle_core_exception" => {
            let error = errtax::classify::<PydynoxException>(
                ErrorResponse::new().with_code("ResourceNotFoundException").with_service("DynamoDB"),
            );
            let moved = std::thread::spawn(move || error.is_a::<ResourceNotFoundException>());
            moved.join().unwrap()
        }
        "serialization_never_raised" => {
            let error = Error::from(SerializationException { found: "object".into() });
            error.is_a::<SerializationException>() && error.is_a::<PydynoxException>()
        }
        other => panic!("{other}: a promise that nothing here keeps"),
    };
    compare.that("documented", Some(&true.into()), holds);
}
