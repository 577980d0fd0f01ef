//! An error that the service answered with: read from the raw answer, whether the SDK models it or not.

use std::error::Error;

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::ErrorMetadata;
use errtax::{Classify, ErrorResponse, Retry, Unclassified};
use errtax_aws_sdk_tests::{OrdersError, PutItemError, PutItemFailure, TableNotFound, raw};

const NOT_FOUND: &str = r#"{"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message": "no such table", "size": 3}"#;

fn unhandled(
    metadata: ErrorMetadata,
    raw: aws_smithy_runtime_api::client::orchestrator::HttpResponse,
) -> ErrorResponse {
    PutItemFailure::service_error(PutItemError::Unhandled(metadata), raw).into()
}

fn nothing() -> ErrorMetadata {
    ErrorMetadata::builder().build()
}

#[test]
fn the_raw_answer_is_kept_and_read() {
    let answer = raw(400, &[("x-amzn-requestid", "R-1"), ("retry-after", "2")], NOT_FOUND);
    let error = PutItemError::ResourceNotFoundException(nothing());
    let response = ErrorResponse::from(PutItemFailure::service_error(error, answer));

    assert_eq!(response.status(), Some(400));
    assert_eq!(response.header("Retry-After"), Some("2"));
    assert_eq!(response.body(), Some(NOT_FOUND.as_bytes()));
    assert_eq!(response.code(), Some("ResourceNotFoundException"));
    assert_eq!(response.message(), Some("no such table"));
    assert_eq!(response.request_id(), Some("R-1"));
    assert_eq!(response.member::<u8>("size").unwrap(), Some(3));
    assert_eq!(response.transport(), None);
    assert!(response.is_received());
}

#[test]
fn a_result_is_classified_and_noted() {
    let error = PutItemError::ResourceNotFoundException(nothing());
    let sent: Result<(), PutItemFailure> = Err(PutItemFailure::service_error(error, raw(400, &[], NOT_FOUND)));
    let error = sent
        .classify_with::<OrdersError>(|response| response.with_operation("PutItem").with_context("table", "orders"))
        .unwrap_err();
    assert_eq!(error.downcast_ref::<TableNotFound>().unwrap().table.as_deref(), Some("orders"));
    assert_eq!(error.response().unwrap().operation(), Some("PutItem"));

    let sent: Result<u8, PutItemFailure> = Ok(7);
    assert_eq!(sent.classify_with::<OrdersError>(|_| unreachable!("there is no error")).unwrap(), 7);
}

#[test]
fn an_error_that_the_sdk_does_not_model_is_read_as_well() {
    let body = r#"{"__type": "com.shop#BrandNew", "Message": "hello", "sku": "A-7"}"#;
    let response = unhandled(nothing(), raw(409, &[], body));
    assert_eq!(response.code(), Some("BrandNew"));
    assert_eq!(response.message(), Some("hello"));
    assert_eq!(response.member::<String>("sku").unwrap().as_deref(), Some("A-7"));

    let page = unhandled(nothing(), raw(503, &[], "<html>busy</html>"));
    let error = errtax::classify::<OrdersError>(page);
    assert!(error.is_a::<OrdersError>() && error.downcast_ref::<Unclassified>().is_some());
    assert_eq!(error.retry_advice().retry(), Some(Retry::Transient));
    assert_eq!(error.response().unwrap().body(), Some(&b"<html>busy</html>"[..]));
}

#[test]
fn what_the_answer_does_not_give_is_the_sdks() {
    let metadata = || {
        let named = ErrorMetadata::builder().code("SlowDown").message("Please reduce your request rate.");
        named.custom("aws_request_id", "R-9").build()
    };
    for body in [SdkBody::taken(), SdkBody::from(""), SdkBody::from("<Error/>")] {
        let response = unhandled(metadata(), raw(503, &[], body));
        assert_eq!(response.status(), Some(503));
        assert_eq!(response.code(), Some("SlowDown"));
        assert_eq!(response.message(), Some("Please reduce your request rate."));
        assert_eq!(response.request_id(), Some("R-9"));
        // By the SDKs' list of codes, as if the answer had said it: the status alone would be transient.
        assert_eq!(errtax::classify::<OrdersError>(response).retry_advice().retry(), Some(Retry::Throttling));
    }
}

#[test]
fn the_answer_comes_before_the_metadata() {
    let metadata = ErrorMetadata::builder().code("Other").message("other").custom("aws_request_id", "R-9").build();
    let response = unhandled(metadata, raw(400, &[("x-amzn-requestid", "R-1")], NOT_FOUND));
    assert_eq!(response.code(), Some("ResourceNotFoundException"));
    assert_eq!(response.message(), Some("no such table"));
    assert_eq!(response.request_id(), Some("R-1"));

    let empty = ErrorMetadata::builder().code("").message("").custom("aws_request_id", "").build();
    let response = unhandled(empty, raw(404, &[], ""));
    assert_eq!((response.code(), response.message(), response.request_id()), (None, None, None));
}

#[test]
fn the_sdks_error_is_kept_as_the_cause() {
    let error = PutItemError::ResourceNotFoundException(nothing());
    let response = ErrorResponse::from(PutItemFailure::service_error(error, raw(400, &[], NOT_FOUND)));
    let kept = response.source().unwrap().downcast_ref::<PutItemFailure>().unwrap();
    assert!(matches!(kept.as_service_error(), Some(PutItemError::ResourceNotFoundException(_))));

    let error = errtax::classify::<OrdersError>(response);
    let chain: Vec<_> = std::iter::successors(error.source(), |&link| link.source()).map(ToString::to_string).collect();
    assert_eq!(chain, ["service error", "ResourceNotFoundException"]);
    assert!(error.source().unwrap().is::<PutItemFailure>());
    assert_eq!(errtax::report(&error).to_string(), "table None not found: service error: ResourceNotFoundException");
}
