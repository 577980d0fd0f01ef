//! `RetryClassifier`: what the taxonomy declares, and nothing else.

use std::time::Duration;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Input, InterceptorContext, Output};
use aws_smithy_runtime_api::client::orchestrator::{HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction, RetryClassifierPriority};
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::retry::ErrorKind;
use errtax::aws_sdk::RetryClassifier;
use errtax::{ErrorResponse, RetryAdvice, ServiceError};
use errtax_aws_sdk_tests::{OrdersError, PutItemError, raw};

const CLASSIFIER: RetryClassifier<OrdersError> = RetryClassifier::new();

/// What the classifier says of an attempt: the same whenever it is asked.
fn action(attempt: &InterceptorContext) -> RetryAction {
    let action = CLASSIFIER.classify_retry(attempt);
    assert_eq!(CLASSIFIER.classify_retry(attempt), action);
    assert_eq!(CLASSIFIER.clone().classify_retry_v2(attempt, &RetryAction::server_error()), action);
    action
}

fn attempt(error: OrchestratorError<Error>, answer: Option<HttpResponse>) -> InterceptorContext {
    let mut attempt = InterceptorContext::new(Input::erase("the input"));
    if let Some(answer) = answer {
        attempt.set_response(answer);
    }
    attempt.set_output_or_error(Err(error));
    attempt
}

fn answered(answer: HttpResponse) -> RetryAction {
    let error = Error::erase(PutItemError::Unhandled(ErrorMetadata::builder().build()));
    action(&attempt(OrchestratorError::operation(error), Some(answer)))
}

fn coded(status: u16, code: &str) -> RetryAction {
    answered(raw(status, &[], format!(r#"{{"__type": "com.amazonaws#{code}"}}"#)))
}

#[test]
fn a_class_says_whether_to_try_again() {
    assert_eq!(coded(400, "ResourceInUseException"), RetryAction::transient_error());
    assert_eq!(coded(503, "Closed"), RetryAction::RetryForbidden);
}

#[test]
fn a_value_says_whether_to_try_again() {
    let leased = |shared: bool| answered(raw(400, &[], format!(r#"{{"__type": "Leased", "shared": {shared}}}"#)));
    assert_eq!(leased(true), RetryAction::throttling_error());
    assert_eq!(leased(false), RetryAction::NoActionIndicated);
}

#[test]
fn the_delay_that_the_service_asked_for_is_handed_on() {
    let busy = raw(400, &[("x-amz-retry-after", "250")], r#"{"__type": "ResourceInUseException"}"#);
    let delay = Duration::from_millis(250);
    assert_eq!(answered(busy), RetryAction::retryable_error_with_explicit_delay(ErrorKind::TransientError, delay));
    // A delay alone is no advice.
    assert_eq!(answered(raw(503, &[("retry-after", "2")], "")), RetryAction::NoActionIndicated);
}

#[test]
fn where_the_taxonomy_says_nothing_the_sdk_decides() {
    // A class without advice, a code of the SDK's own list, statuses of the SDK's own classifier, no class at all.
    assert_eq!(coded(400, "ResourceNotFoundException"), RetryAction::NoActionIndicated);
    assert_eq!(coded(400, "ThrottlingException"), RetryAction::NoActionIndicated);
    assert_eq!(coded(503, "BrandNew"), RetryAction::NoActionIndicated);
    assert_eq!(answered(raw(500, &[], "<html>")), RetryAction::NoActionIndicated);
    assert_eq!(answered(raw(429, &[], "")), RetryAction::NoActionIndicated);
}

#[test]
fn an_attempt_that_succeeded_or_has_not_ended_is_not_judged() {
    let mut ongoing = InterceptorContext::new(Input::erase("the input"));
    assert_eq!(action(&ongoing), RetryAction::NoActionIndicated);
    ongoing.set_response(raw(400, &[], r#"{"__type": "ResourceInUseException"}"#));
    assert_eq!(action(&ongoing), RetryAction::NoActionIndicated);
    ongoing.set_output_or_error(Ok(Output::erase("the output")));
    assert_eq!(action(&ongoing), RetryAction::NoActionIndicated);
}

#[test]
fn a_failure_without_an_answer_has_a_class_too() {
    let failed = |error| action(&attempt(error, None));
    assert_eq!(failed(OrchestratorError::timeout("late".into())), RetryAction::transient_error());
    let late = ConnectorError::timeout("HTTP read timeout".into());
    assert_eq!(failed(OrchestratorError::connector(late)), RetryAction::transient_error());
    let unsigned = OrchestratorError::other(CredentialsError::not_loaded_no_source());
    assert_eq!(failed(unsigned), RetryAction::RetryForbidden);
    let broken = OrchestratorError::connector(ConnectorError::io("broken".into()));
    assert_eq!(failed(broken), RetryAction::NoActionIndicated);

    let late = std::io::Error::from(std::io::ErrorKind::TimedOut);
    let cut = attempt(OrchestratorError::response(late.into()), Some(raw(200, &[], "")));
    assert_eq!(action(&cut), RetryAction::transient_error());
}

#[test]
fn it_speaks_after_the_sdks_own() {
    assert!(CLASSIFIER.priority() > RetryClassifierPriority::transient_error_classifier());
    assert_eq!(CLASSIFIER.name(), "errtax taxonomy");
    assert_eq!(format!("{:?}", RetryClassifier::<OrdersError>::default()), "RetryClassifier<OrdersError>");
}

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("cloud: {response}")]
struct CloudError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("tables are busy")]
#[service_error(parent = CloudError, service = "tables", code = "Busy", retryable)]
struct TableBusy;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("a bucket is busy")]
#[service_error(parent = CloudError, service = "buckets", code = "Busy", retryable = false)]
#[wire(code = "Full", operation = "Put", retryable)]
struct BucketBusy;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("moved away from {region}")]
#[service_error(parent = CloudError, code = "Moved", retryable = Self::near)]
struct Moved {
    #[wire(context)]
    region: String,
}

impl Moved {
    fn near(&self) -> Option<RetryAdvice> {
        self.region.starts_with("eu").then(|| RetryAdvice::from(errtax::Retry::Transient))
    }
}

#[test]
fn what_the_sdk_does_not_tell_is_said_where_the_client_is_configured() {
    let of = |classifier: &RetryClassifier<CloudError>, code: &str| {
        let error = Error::erase(PutItemError::Unhandled(ErrorMetadata::builder().build()));
        let answer = raw(400, &[], format!(r#"{{"__type": "{code}"}}"#));
        let attempt = attempt(OrchestratorError::operation(error), Some(answer));
        assert_eq!(classifier.clone().classify_retry(&attempt), classifier.classify_retry(&attempt));
        classifier.classify_retry(&attempt)
    };
    let cloud = RetryClassifier::<CloudError>::new;
    assert_eq!(of(&cloud(), "Busy"), RetryAction::NoActionIndicated, "nobody says which service is busy");
    assert_eq!(of(&cloud().with_service("tables"), "Busy"), RetryAction::transient_error());
    let buckets = cloud().with_service("buckets");
    assert_eq!(of(&buckets, "Busy"), RetryAction::RetryForbidden);
    assert_eq!(of(&buckets, "Full"), RetryAction::RetryForbidden, "as all that its service says and nobody knows");
    assert_eq!(of(&buckets.with_operation("Put"), "Full"), RetryAction::transient_error());
    assert_eq!(of(&cloud(), "Moved"), RetryAction::NoActionIndicated, "its region is missing");
    assert_eq!(of(&cloud().with_context("region", "us-1"), "Moved"), RetryAction::NoActionIndicated);
    let twice = cloud().with_context("region", "us-1").with_context("region", "eu-1");
    assert_eq!(of(&twice, "Moved"), RetryAction::transient_error(), "the last counts");
}
