//! In axum's handlers, any service error is an `Err`, and so is what an extractor refuses.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use axum::body::{Body, to_bytes};
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use errtax::axum08::{Problem, Rejection};
use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{ErrorResponse, ServiceError, category};
use serde::Deserialize;
use thiserror::Error;
use tower_service::Service;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(problem = "https://example.com/probs/")]
struct OrdersError;

#[derive(Debug, Error, ServiceError)]
#[error("no order {id}")]
#[service_error(parent = OrdersError, code = "no-such-order", status = 404, also(category::NotFound), members, out)]
struct NoOrder {
    id: u64,
}

#[derive(Debug, Error, ServiceError)]
#[error("storage: {response}")]
struct StorageError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Deserialize)]
struct Filter {
    least: u64,
}

async fn typed(id: Result<Path<u64>, PathRejection>) -> Result<(), Problem> {
    let Path(id) = id?;
    Err(NoOrder { id })?
}

async fn erased() -> Result<(), Problem> {
    let answer = aws_json::decode(403, NO_HEADERS, br#"{"message": "arn:aws:iam::1:user/build may not"}"#);
    Err(errtax::classify::<StorageError>(answer))?
}

async fn create(body: Result<Json<Vec<u8>>, JsonRejection>) -> Result<String, Problem> {
    Ok(body?.0.len().to_string())
}

async fn list(filter: Result<Query<Filter>, QueryRejection>) -> Result<String, Problem> {
    Ok(filter?.least.to_string())
}

/// No path at all, where one is asked for: the service's own mistake.
async fn mistaken(id: Result<Path<u64>, PathRejection>) -> Result<(), Problem> {
    id?;
    Ok(())
}

/// Without a runtime: nothing here waits for anything.
fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it waits"),
    }
}

struct Answered {
    status: u16,
    error: Option<Arc<errtax::Error>>,
    content_type: Option<String>,
    body: String,
}

fn call(method: &str, uri: &str, body: &str) -> Answered {
    let mut app: Router = Router::new()
        .route("/orders/{id}", get(typed))
        .route("/orders", get(list).post(create))
        .route("/storage", get(erased))
        .route("/mistaken", post(mistaken));
    let request = http::Request::builder().method(method).uri(uri).header("content-type", "application/json");
    let response = now(app.call(request.body(Body::from(body.to_owned())).unwrap())).unwrap();
    let content_type = response.headers().get("content-type").map(|value| value.to_str().unwrap().to_owned());
    let (parts, body) = response.into_parts();
    let body = String::from_utf8(now(to_bytes(body, usize::MAX)).unwrap().to_vec()).unwrap();
    Answered { status: parts.status.as_u16(), error: parts.extensions.get().cloned(), content_type, body }
}

#[test]
fn a_handler_lets_a_typed_error_through() {
    let answered = call("GET", "/orders/7", "");
    assert_eq!((answered.status, answered.content_type.as_deref()), (404, Some("application/problem+json")));
    assert_eq!(
        answered.body,
        r#"{"type":"https://example.com/probs/no-such-order","title":"Not Found","status":404,"detail":"no order 7","id":7}"#
    );
    assert!(answered.error.unwrap().downcast_ref::<NoOrder>().is_some());
}

#[test]
fn a_handler_lets_a_received_error_through_and_says_nothing_of_it() {
    let answered = call("GET", "/storage", "");
    assert_eq!((answered.status, answered.body.as_str()), (502, r#"{"title":"Bad Gateway","status":502}"#));
    assert!(answered.error.unwrap().to_string().contains("arn:aws"), "a layer may log it");
}

#[test]
fn what_an_extractor_refuses_is_invalid_input_with_its_status_and_text() {
    let refused = [
        ("GET", "/orders/seven", "", 400, "Cannot parse `seven` to a `u64`"),
        ("POST", "/orders", "[1,", 400, "Failed to parse the request body as JSON"),
        ("POST", "/orders", "[256]", 422, "Failed to deserialize the JSON body into the target type"),
        ("GET", "/orders?least=x", "", 400, "Failed to deserialize query string"),
    ];
    for (method, uri, body, status, text) in refused {
        let answered = call(method, uri, body);
        assert_eq!(answered.status, status, "{uri}: {}", answered.body);
        assert!(answered.body.contains(text), "{uri}: {}", answered.body);
        assert_eq!(answered.content_type.as_deref(), Some("application/problem+json"));
        let error = answered.error.unwrap();
        assert!(error.is_a::<category::InvalidInput>() && error.downcast_ref::<Rejection>().is_some());
    }
    assert_eq!(
        (call("POST", "/orders", "[1,2]").body, call("GET", "/orders?least=7", "").body),
        ("2".into(), "7".into())
    );
}

#[test]
fn what_the_service_asks_for_by_mistake_is_its_own_fault() {
    let answered = call("POST", "/mistaken", "");
    assert_eq!((answered.status, answered.body.as_str()), (500, r#"{"title":"Internal Server Error","status":500}"#));
    assert!(answered.error.unwrap().is_a::<category::Internal>());
}

#[test]
fn an_answer_of_any_wire_is_a_response_of_axum() {
    let response = aws_json::encode(&NoOrder { id: 7 }).into_response();
    assert_eq!(
        (response.status().as_u16(), &response.headers()["x-amzn-errortype"]),
        (404, &"no-such-order".parse().unwrap())
    );
    let body = now(to_bytes(response.into_body(), usize::MAX)).unwrap();
    assert_eq!(body, r#"{"__type":"no-such-order","message":"no order 7","id":7}"#);
}

#[test]
fn an_answer_is_a_response_of_http() {
    let answer = aws_json::encode(&NoOrder { id: 7 }).with_header("x-über", "").with_header("x-name", "Grüße\n");
    let body = answer.body().to_vec();
    let response = http::Response::<Vec<u8>>::from(answer);
    assert_eq!((response.status().as_u16(), response.body()), (404, &body));
    assert_eq!(response.headers()["x-amzn-errortype"], "no-such-order");
    assert_eq!(response.headers()["x-name"].as_bytes(), "Grüße ".as_bytes());
    assert_eq!(response.headers().len(), 3);
}
