//! The cases without an answer: what is found on this side, and what is repeated.

use std::cell::Cell;
use std::time::Duration;

use errtax::{Error, ErrorResponse, ServiceError, Transport};
use pydynox::{
    AttributeValue, Envelope, ItemTooLargeException, ProvisionedThroughputExceededException, PydynoxException,
    RequestToken, retry_on_throttle,
};
use serde_json::{Value, json};
use testbed::{Case, Comparison};
use thiserror::Error as ThisError;

use crate::clients::Clients;
use crate::{Tree, calls, python};

/// What this side refuses to send, or to open.
pub(crate) async fn found_here(case: &Case) -> Option<Error> {
    if case.input.get("credentials").is_some_and(Value::is_null) {
        let operation = case.noted("operation").and_then(Value::as_str)?;
        return calls::called(&Clients::without_credentials(), &case.input, operation).await.err();
    }
    let text = |key: &str| case.input[key].as_str();
    if let Some(token) = text("client_request_token") {
        return RequestToken::new(token).err().map(Error::from);
    }
    if let Some(ciphertext) = text("ciphertext") {
        return Envelope::parse(ciphertext).err().map(Error::from);
    }
    AttributeValue::try_from(python::value(text("value")?)).err().map(Error::from)
}

/// What the caller makes of its own values.
pub(crate) fn constructed(case: &Case, compare: &mut Comparison) -> Option<Error> {
    let size = |at: usize| case.input["args"][at].as_u64()?.try_into().ok();
    let item_key = case.input["args"].get(2).cloned();
    let made = ItemTooLargeException { size: size(0)?, max_size: size(1)?, item_key };
    let fields = json!({"size": made.size, "max_size": made.max_size, "item_key": made.item_key});
    compare.that("fields", case.recorded("expected_fields"), fields);
    Some(made.into())
}

/// An operation that fails some times, behind a rate limiter or not.
pub(crate) async fn repeated(case: &Case, tree: &Tree, compare: &mut Comparison) {
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
    let done = json!({"result": result, "calls": calls, "throttles": throttles.get()});
    compare.that("repeated", case.recorded("expected"), done);
}
