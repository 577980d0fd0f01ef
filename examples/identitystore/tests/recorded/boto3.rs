//! The service's own 50 cases.

use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{Error, ErrorResponse, Retry, Transport, catch};
use identitystore::failure::{ChecksumError, ParamValidationError};
use identitystore::{
    AccessDeniedException, AwsError, ConflictException, IdentityStoreError, InternalServerException,
    ResourceNotFoundException, ServiceQuotaExceededException, ThrottlingException, ValidationException, boto3_response,
    calling,
};
use serde_json::{Value, json};
use testbed::{Case, Comparison, Difference};

use crate::{Answer, compare_error, members, status};

/// Where this differs on purpose.
const DIFFERENCES: [Difference; 5] = [
    Difference {
        id: "conflict_409_status",
        what: &["retry"],
        why: "the model has no trait for it, but its documentation says that a concurrent modification passes by itself",
    },
    Difference { id: "conflict_not_retried", what: &["retry"], why: "the same" },
    Difference {
        id: "empty_type",
        what: &["text", "Error"],
        why: "an empty code is none, and an answer without a code shows its status",
    },
    Difference {
        id: "query_error_header",
        what: &["class", "ancestors", "modelled", "fields", "members"],
        why: "the header has the older, public code; the shape beside it still says which error it is, with which members",
    },
    Difference {
        id: "retry_None_None_HTTPClientError",
        what: &["retryable"],
        why: "a request that could not even be built ends in this class, too, and will not be built the next time",
    },
];

#[test]
fn every_recorded_case_becomes_what_boto3_makes_of_it() {
    let Some(cases) = testbed::cases("identitystore") else { return };
    testbed::compare("identitystore", &cases, &DIFFERENCES, |case, compare| match case.kind.as_str() {
        "wire" => wire(case, compare),
        "retry" => retry(case, compare),
        other => panic!("{}: a case of the kind {other}", case.id),
    });
}

fn wire(case: &Case, compare: &mut Comparison) {
    let Answer { operation, status, headers, body, requests } = Answer::of(case);
    let response = calling(&operation)(aws_json::decode(status, headers, body.as_bytes()));
    let error = errtax::classify::<AwsError>(response.with_context("attempts", requests));

    compare_error(case, &error, requests, compare);
    compare.that("modelled", case.recorded("expected_is_modeled"), error.is_a::<IdentityStoreError>());
    let members = case.recorded("expected_fields").map(|fields| members(&fields["response"]));
    compare.that("fields", members.as_ref(), typed_fields(&error));

    let lineage = error.taxon().lineage().iter().map(|class| class.name());
    for class in case.should("is_a").and_then(Value::as_array).into_iter().flatten() {
        compare.holds("is_a", lineage.clone().any(|name| name == class));
    }
    compare.that("code", case.should("code"), &boto3_response(&*error).unwrap()["Error"]["Code"]);
}

/// The fields of the value, whatever its answer had, under their names on the wire.
fn typed_fields(error: &Error) -> Value {
    let fields = catch!(error => {
        e: AccessDeniedException => json!({"Message": e.message, "RequestId": e.request_id, "Reason": e.reason}),
        e: ConflictException => json!({"Message": e.message, "RequestId": e.request_id, "Reason": e.reason}),
        e: InternalServerException =>
            json!({"Message": e.message, "RequestId": e.request_id, "RetryAfterSeconds": e.retry_after_seconds}),
        e: ResourceNotFoundException => json!({
            "ResourceType": e.resource_type, "ResourceId": e.resource_id, "Reason": e.reason,
            "Message": e.message, "RequestId": e.request_id,
        }),
        e: ServiceQuotaExceededException => json!({"Message": e.message, "RequestId": e.request_id}),
        e: ThrottlingException => json!({
            "Message": e.message, "RequestId": e.request_id, "Reason": e.reason,
            "RetryAfterSeconds": e.retry_after_seconds,
        }),
        e: ValidationException => json!({"Message": e.message, "RequestId": e.request_id, "Reason": e.reason}),
        _ => json!({}),
    });
    let fields = fields.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    fields.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn retry(case: &Case, compare: &mut Comparison) {
    let error = match case.input["exception"].as_str() {
        Some(exception) => failed(exception),
        None => answered(&case.input),
    };
    let advice = error.retry_advice();
    let expected = case.recorded("expected");
    compare.that("retryable", expected.map(|expected| &expected["retryable"]), advice.is_retryable());
    let is_throttling = advice.retry() == Some(Retry::Throttling);
    compare.that("throttling", expected.map(|expected| &expected["throttling"]), is_throttling);
}

fn answered(input: &Value) -> Error {
    let body = json!({"__type": input["code"]}).to_string();
    let response = aws_json::decode(status(input), NO_HEADERS, body.as_bytes());
    errtax::classify::<AwsError>(calling(input["operation"].as_str().unwrap())(response))
}

/// What an exception of Python's HTTP client arrives as here.
fn failed(exception: &str) -> Error {
    let kind = match exception {
        "EndpointConnectionError" | "ProxyConnectionError" => Transport::Connect,
        "ConnectTimeoutError" | "ReadTimeoutError" => Transport::Timeout,
        "ConnectionClosedError" | "ResponseStreamingError" => Transport::Io,
        "SSLError" => Transport::Tls,
        "NoCredentialsError" => Transport::Credentials,
        "HTTPClientError" => Transport::Other,
        "ParamValidationError" => return ParamValidationError { report: String::new() }.into(),
        "ChecksumError" => {
            return ChecksumError { kind: String::new(), expected: String::new(), actual: String::new() }.into();
        }
        other => panic!("an exception that nothing here stands for: {other}"),
    };
    errtax::classify::<AwsError>(ErrorResponse::new().with_transport(kind))
}
