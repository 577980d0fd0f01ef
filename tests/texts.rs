//! The text of a response: the matched rule's, else the message, the code, the status.

use errtax::{ErrorResponse, ServiceError, Transport};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("{response}")]
#[service_error(service = "tables")]
#[wire(code = "NoTable", text = "Table '{table}' not found")]
#[wire(code = "Refused", text = "{service} says {{no}}: {message}")]
#[wire(code = "NoKey", text("No key '{key}' in '{table}'", "No key '{key}'", "No key ({code})"))]
#[wire(transport(timeout), text = "Timed out")]
#[wire(code = "Odd*", text = "{code} ({message})")]
#[wire(fallback)]
struct TableError {
    #[wire(response)]
    response: ErrorResponse,
}

fn text(response: ErrorResponse) -> String {
    errtax::classify::<TableError>(response).to_string()
}

#[test]
fn the_rules_text_is_filled_in() {
    let response = ErrorResponse::new().with_code("NoTable").with_message("nope").with_context("table", "orders");
    assert_eq!(text(response), "Table 'orders' not found");
    let response = ErrorResponse::new().with_code("Refused").with_message("why\nnot");
    assert_eq!(text(response.clone()), r"tables says {no}: why\nnot", "the root's service");
    assert_eq!(response.service(), None);
    let response = response.with_service("tables");
    assert_eq!(text(response), r"tables says {no}: why\nnot");
    assert_eq!(text(ErrorResponse::new().with_transport(Transport::Timeout)), "Timed out");
    let response = ErrorResponse::new().with_code("OddTable").with_message("legs").with_context("code", "no code");
    assert_eq!(text(response), "OddTable (legs)");
}

#[test]
fn the_service_in_a_text_is_the_one_of_the_class() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    #[service_error(service = "shop")]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("{response}")]
    #[service_error(parent = Root, service = "billing")]
    #[wire(code = "Declined", service = any, text = "{service} declined")]
    struct Declined {
        #[wire(response)]
        response: ErrorResponse,
    }

    let error = errtax::classify::<Root>(ErrorResponse::new().with_code("Declined"));
    assert_eq!(error.to_string(), "billing declined");
}

#[test]
fn a_text_that_lacks_a_value_gives_way_to_the_message() {
    assert_eq!(text(ErrorResponse::new().with_code("NoTable").with_message("nope")), "nope");
    assert_eq!(text(ErrorResponse::new().with_code("NoTable")), "NoTable");
    assert_eq!(text(ErrorResponse::new().with_code("OddTable")), "OddTable");
}

#[test]
fn of_several_texts_the_first_that_lacks_nothing_is_shown() {
    let response = ErrorResponse::new().with_code("NoKey").with_message("nope");
    assert_eq!(text(response.clone()), "No key (NoKey)");
    assert_eq!(text(response.clone().with_context("table", "orders")), "No key (NoKey)");
    let response = response.with_context("key", "7");
    assert_eq!(text(response.clone()), "No key '7'");
    assert_eq!(text(response.with_context("table", "orders")), "No key '7' in 'orders'");
}

#[test]
fn without_a_rule_the_response_speaks_for_itself() {
    assert_eq!(text(ErrorResponse::new().with_code("X").with_message("hello")), "hello");
    assert_eq!(text(ErrorResponse::new().with_code("X").with_status(400)), "X");
    assert_eq!(text(ErrorResponse::new().with_status(404)), "404 Not Found");
    assert_eq!(text(ErrorResponse::new().with_status(599)), "status 599");
    assert_eq!(text(ErrorResponse::new().with_transport(Transport::Dns)), "the host name could not be resolved");
    assert_eq!(text(ErrorResponse::new()), "no details");
}

#[test]
fn the_text_belongs_to_the_rule_that_claimed_it_last() {
    #[derive(Debug, Error, ServiceError)]
    #[error("{response}")]
    #[wire(fallback)]
    struct Other {
        #[wire(response)]
        response: ErrorResponse,
    }
    let mut error =
        errtax::classify::<TableError>(ErrorResponse::new().with_code("NoTable").with_context("table", "t"));
    assert_eq!(error.to_string(), "Table 't' not found");
    let fresh = TableError::try_from(error.response().unwrap().clone()).unwrap();
    assert_eq!(fresh.to_string(), "NoTable", "built by hand, nothing claimed it");
    let again = errtax::classify::<Other>(error.take_response().unwrap());
    assert_eq!(again.to_string(), "NoTable");
}
