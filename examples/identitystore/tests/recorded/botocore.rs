//! `ClientError` is the base of every service's errors, as in botocore: 27 inputs of other services, and the classes
//! that a crate for these services would declare below it.

use errtax::wire::{NO_HEADERS, aws};
use errtax::{Error, Retry, ServiceError};
use identitystore::{AwsError, ClientError};
use serde_json::{Value, json};
use testbed::{Case, Comparison, Difference};
use thiserror::Error;

use crate::{Answer, compare_error, status};

/// Where this differs on purpose.
const DIFFERENCES: [Difference; 2] = [
    Difference {
        id: "s3_broken_xml",
        what: &["text", "Error", "ResponseMetadata"],
        why: "an answer that nobody could read is shown as it is, and ids that it does not have are absent, not empty",
    },
    Difference {
        id: "s3_nosuchkey",
        what: &["members"],
        why: "boto3 leaves what S3's model does not know in `Error`; here the class has a field for the key",
    },
];

macro_rules! exceptions {
    ($($service:literal, $name:ident: $code:literal { $($field:ident: $member:literal),* })*) => {$(
        #[derive(Debug, Error, ServiceError)]
        #[error("{base}")]
        #[service_error(service = $service, code = $code, out)]
        struct $name {
            #[service_error(base)]
            base: ClientError,
            $(#[wire(member = $member)] $field: Option<Value>,)*
        }
    )*};
}

exceptions! {
    "dynamodb", ConditionalCheckFailedException: "ConditionalCheckFailedException" { message: "message", item: "Item" }
    "dynamodb", TransactionCanceledException: "TransactionCanceledException" {
        message: "Message", reasons: "CancellationReasons"
    }
    "s3", NoSuchKey: "NoSuchKey" { key: "Key" }
    "s3", InvalidObjectState: "InvalidObjectState" { storage_class: "StorageClass", access_tier: "AccessTier" }
    "iam", NoSuchEntityException: "NoSuchEntity" {}
    "sqs", QueueDoesNotExist: "QueueDoesNotExist" {}
}

/// A service of botocore's own tests, whose model says of two errors that they may be repeated.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(service = "model", retryable(throttling))]
#[wire(code("ModeledThrottlingError", "ErrorCodeRetryable"))]
struct Throttled {
    #[service_error(base)]
    base: ClientError,
}

/// The other of them.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(service = "model", code = "ModeledRetryableError", retryable)]
struct Retryable {
    #[service_error(base)]
    base: ClientError,
}

#[test]
fn every_recorded_case_becomes_what_botocore_makes_of_it() {
    let Some(cases) = testbed::cases("botocore") else { return };
    testbed::compare("botocore", &cases, &DIFFERENCES, |case, compare| match case.kind.as_str() {
        "wire" => wire(case, compare),
        "retry" => retry(case, compare),
        other => panic!("{}: a case of the kind {other}", case.id),
    });
}

fn wire(case: &Case, compare: &mut Comparison) {
    let protocol = match case.input["protocol"].as_str() {
        Some("json") => aws::Protocol::AwsJson1_1,
        Some("rest-json") => aws::Protocol::RestJson1,
        Some("rest-xml") => aws::Protocol::RestXml,
        Some("query") => aws::Protocol::AwsQuery,
        Some("ec2") => aws::Protocol::Ec2Query,
        other => panic!("{}: {other:?}", case.id),
    };
    let Answer { operation, status, headers, body, requests } = Answer::of(case);
    let response = aws::decode_as(protocol, status, headers, body.as_bytes())
        .with_service(case.input["service"].as_str().unwrap())
        .with_operation(operation)
        .with_context("attempts", requests);
    compare_error(case, &errtax::classify::<AwsError>(response), requests, compare);
}

/// The kind that a checker of botocore's is about.
fn retry(case: &Case, compare: &mut Comparison) {
    let error = answered(&case.input);
    let advice = error.retry_advice();
    let checked = match case.input["checker"].as_str() {
        Some("TransientRetryableChecker") => advice.retry() == Some(Retry::Transient),
        Some("ThrottledRetryableChecker") => advice.retry() == Some(Retry::Throttling),
        Some("ModeledRetryableChecker") => error.taxon().retry().is_some(),
        other => panic!("{}: {other:?}", case.id),
    };
    let expected = case.recorded("expected");
    compare.that("by the checker", expected.map(|expected| &expected["retryable_by_checker"]), checked);
    let retryable = expected.map(|expected| &expected["retryable_standard_with_that_model"]);
    compare.that("retryable", retryable, advice.is_retryable());
}

fn answered(input: &Value) -> Error {
    let body = json!({"__type": input["code"]}).to_string();
    let response = aws::decode_as(aws::Protocol::AwsJson1_1, status(input), NO_HEADERS, body.as_bytes());
    errtax::classify::<AwsError>(response.with_service("model"))
}
