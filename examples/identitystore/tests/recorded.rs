//! What boto3 made of 50 inputs, and what becomes of them here.

use std::collections::BTreeMap;

use errtax::wire::aws_json;
use errtax::{Error, ErrorResponse, Retry, Transport, catch};
use identitystore::failure::{ChecksumError, ParamValidationError};
use identitystore::{
    AccessDeniedException, AwsError, ConflictException, IdentityStoreError, InternalServerException,
    ResourceNotFoundException, ServiceQuotaExceededException, ThrottlingException, ValidationException, boto3_response,
    calling,
};
use serde_json::{Value, json};
use testbed::{Case, Comparison, Difference};

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
        what: &["text", "response"],
        why: "an empty code is none, and an answer without a code shows its status",
    },
    Difference {
        id: "query_error_header",
        what: &["class", "ancestors", "modelled", "fields", "response"],
        why: "the header has the older, public code; the shape beside it still says which error it is, and what its members are",
    },
    Difference {
        id: "retry_None_None_HTTPClientError",
        what: &["retryable"],
        why: "a request that could not even be built ends in this class, too, and will not be built the next time",
    },
];

/// Classes that only this tree has: what Python has no common base for, and `client.exceptions`.
const OURS: [&str; 2] = ["AwsError", "IdentityStoreError"];

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
    let input = &case.input;
    let headers: BTreeMap<String, String> = serde_json::from_value(input["headers"].clone()).unwrap();
    let body = input["body"].as_str().map_or_else(|| input["body"].to_string(), str::to_owned);
    let status = u16::try_from(input["http_status"].as_u64().unwrap()).unwrap();
    let requests = case.noted("requests_sent").and_then(Value::as_u64).unwrap();

    let response = calling("CreateUser")(aws_json::decode(status, headers, body.as_bytes()));
    let error = errtax::classify::<AwsError>(response.with_context("attempts", requests));
    let shown = boto3_response(&*error).unwrap();
    let fields = case.recorded("expected_fields");

    compare.that("class", case.recorded("expected_class"), error.taxon().name());
    compare.that("ancestors", case.recorded("expected_ancestors"), with_pythons(&ancestors(&error)));
    compare.that("modelled", case.recorded("expected_is_modeled"), error.is_a::<IdentityStoreError>());
    compare.that("text", case.recorded("expected_str"), error.to_string());
    compare.that("operation", fields.map(|fields| &fields["operation_name"]), error.response().unwrap().operation());
    compare.that("response", fields.map(|fields| &fields["response"]), &shown);
    compare.that("fields", fields.map(|fields| members(&fields["response"])).as_ref(), typed_fields(&error));
    compare.that("retry", case.recorded("requests_sent").map(|_| json!(requests > 1)).as_ref(), error.is_retryable());

    let lineage = error.taxon().lineage().iter().map(|class| class.name());
    for class in case.should("is_a").and_then(Value::as_array).into_iter().flatten() {
        assert!(lineage.clone().any(|name| name == class), "{}: {class}", case.id);
    }
    compare.that("code", case.should("code"), &shown["Error"]["Code"]);
}

/// The ancestors that the original has as well, the nearest first.
fn ancestors(error: &Error) -> Vec<&'static str> {
    let lineage = error.taxon().lineage().iter().rev().skip(1);
    lineage.map(|class| class.name()).filter(|name| !OURS.contains(name)).collect()
}

fn with_pythons<'a>(ancestors: &[&'a str]) -> Vec<&'a str> {
    [ancestors, &["Exception", "BaseException"]].concat()
}

/// What stands on top of `e.response` beside what every error has.
fn members(response: &Value) -> Value {
    let members = response.as_object().unwrap().iter();
    members.filter(|(name, _)| !["Error", "ResponseMetadata"].contains(&name.as_str())).map(own).collect()
}

fn own((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
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
    fields.as_object().unwrap().iter().filter(|(_, value)| !value.is_null()).map(own).collect()
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
    let status = u16::try_from(input["http_status"].as_u64().unwrap()).unwrap();
    let body = json!({"__type": input["code"]}).to_string();
    let response = aws_json::decode(status, errtax::wire::NO_HEADERS, body.as_bytes());
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
