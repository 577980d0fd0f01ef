//! Problem details: a problem is what its type says, below the base that a root states.

use errtax::wire::{NO_HEADERS, problem};
use errtax::{Classifier, ErrorResponse, ServiceError, Unclassified, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("shop: {response}")]
#[service_error(service = "shop", problem = "https://example.com/probs/")]
struct ShopError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("out of stock: {sku}")]
#[service_error(parent = ShopError, code = "out-of-stock", status = 409, also(category::Conflict))]
struct OutOfStock {
    #[wire(member)]
    sku: String,
}

/// Known by a whole type, too.
#[derive(Debug, Error, ServiceError)]
#[error("over quota")]
#[service_error(parent = ShopError, code = "quota-exceeded")]
#[wire(problem = "https://iana.org/assignments/http-problem-types#quota-exceeded")]
struct QuotaExceeded;

/// Of another base, with a name from its parent's.
#[derive(Debug, Error, ServiceError)]
#[error("payment")]
#[service_error(parent = ShopError, problem = "urn:pay:", code = "pay", retryable)]
struct PaymentError;

#[derive(Debug, Error, ServiceError)]
#[service_error(parent = PaymentError)]
enum CardError {
    #[error("declined")]
    #[service_error(code = "declined")]
    Declined,
    #[error("expired")]
    #[wire(problem = "tag:pay@example.com,2024:expired")]
    Expired,
}

#[derive(Debug, Error, ServiceError)]
#[error("gone")]
#[service_error(parent = ShopError)]
#[wire(status = 410)]
struct Gone;

fn classify(status: u16, body: &str) -> errtax::Error {
    errtax::classify::<ShopError>(problem::decode(status, NO_HEADERS, body.as_bytes()))
}

fn of_type(r#type: &str) -> errtax::Error {
    classify(400, &format!(r#"{{"type": "{type}", "sku": "A-7", "detail": "d"}}"#))
}

#[test]
fn a_class_is_known_by_its_roots_base_and_its_code() {
    let error = of_type("https://example.com/probs/out-of-stock");
    assert_eq!(error.downcast_ref::<OutOfStock>().unwrap().sku, "A-7");
    assert_eq!((error.code(), error.status()), (Some("out-of-stock"), Some(400)));
    assert_eq!(error.response().unwrap().code(), Some("https://example.com/probs/out-of-stock"), "as it was sent");
    for foreign in
        ["https://example.org/probs/out-of-stock", "https://example.com/out-of-stock", "urn:pay:out-of-stock"]
    {
        let error = of_type(foreign);
        assert!(error.downcast_ref::<Unclassified>().is_some(), "{foreign}");
        assert_eq!(error.code(), Some(foreign));
    }
    for unknown in ["out-of-stock/", "Out-of-stock", "out"] {
        let error = of_type(&format!("https://example.com/probs/{unknown}"));
        assert!(error.downcast_ref::<Unclassified>().is_some(), "{unknown}");
        assert_eq!(error.code(), Some(unknown));
    }
    // What is not modelled yet has the same code that it will have then.
    assert_eq!(of_type("https://example.com/probs/new").code(), Some("new"));
    assert_eq!(of_type("https://example.com/probs/").code(), Some("https://example.com/probs/"));
    assert!(of_type("out-of-stock").is_a::<OutOfStock>(), "a relative reference is compared as given");
}

#[test]
fn a_whole_type_stands_beside_base_and_code() {
    let whole = "https://iana.org/assignments/http-problem-types#quota-exceeded";
    assert!(of_type(whole).is_a::<QuotaExceeded>());
    assert!(of_type("https://example.com/probs/quota-exceeded").is_a::<QuotaExceeded>());
    assert_eq!(QuotaExceeded::TAXON.problem_type(), Some(whole));
    assert!(of_type("tag:pay@example.com,2024:expired").downcast_ref::<CardError>().is_some());
}

#[test]
fn a_base_is_inherited_and_may_be_restated() {
    assert_eq!(OutOfStock::TAXON.problem_base(), Some("https://example.com/probs/"));
    assert_eq!(CardError::TAXON.problem_base(), Some("urn:pay:"));
    let error = of_type("urn:pay:declined");
    assert!(matches!(error.downcast_ref(), Some(CardError::Declined)));
    assert_eq!((error.code(), error.is_retryable()), (Some("declined"), true));
    assert!(of_type("urn:pay:pay").is_a::<PaymentError>());
    assert!(!of_type("https://example.com/probs/pay").is_a::<PaymentError>());
}

#[test]
fn what_has_no_type_is_known_by_its_status() {
    for body in [
        "",
        "<html>",
        "[1]",
        "{}",
        r#"{"type": "about:blank"}"#,
        r#"{"type": null}"#,
        r#"{"type": ""}"#,
        r#"{"type": {"type": "https://example.com/probs/out-of-stock"}}"#,
        r#"{"type": 7, "code": "out-of-stock", "__type": "out-of-stock"}"#,
    ] {
        let error = classify(410, body);
        assert!(error.downcast_ref::<Gone>().is_some(), "{body}");
        assert_eq!((error.code(), error.response().unwrap().code()), (None, None), "{body}");
    }
}

#[test]
fn members_of_the_wrong_type_are_ignored() {
    let body = r#"{"type": "u:x", "title": {}, "detail": 5, "instance": ["a"], "status": "403", "note": 5}"#;
    let response = problem::decode(400, NO_HEADERS, body.as_bytes());
    for name in ["title", "detail", "instance"] {
        assert_eq!(response.member::<String>(name).unwrap(), None, "{name}");
    }
    assert_eq!((response.member::<u16>("status").unwrap(), response.message()), (None, None));
    assert!(response.member::<String>("note").is_err(), "of an extension nobody knows its type");
    let body = r#"{"title": "t", "detail": "d", "instance": "/i", "status": 422.0}"#;
    let response = problem::decode(400, [("X-Request-ID", "R-1")], body.as_bytes());
    assert_eq!(response.member::<String>("type").unwrap().as_deref(), Some("about:blank"));
    assert_eq!(response.member::<String>("instance").unwrap().as_deref(), Some("/i"));
    assert_eq!((response.message(), response.request_id()), (Some("d"), Some("R-1")));
    assert_eq!(problem::decode(400, NO_HEADERS, br#"{"title": "t", "detail": ""}"#).message(), Some("t"));
}

#[test]
fn the_classifier_names_the_rule_and_conflicts_are_found() {
    let response = problem::decode(400, NO_HEADERS, br#"{"type": "https://example.com/probs/out-of-stock"}"#);
    let explained = Classifier::of::<ShopError>().explain(&response).to_string();
    assert!(explained.contains(r#"code = "https://example.com/probs/out-of-stock""#), "{explained}");
    errtax::verify::<ShopError>().unwrap();

    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    #[service_error(problem = "u:")]
    struct Root;
    #[derive(Debug, Error, ServiceError)]
    #[error("by base")]
    #[service_error(parent = Root, code = "x")]
    struct ByBase;
    #[derive(Debug, Error, ServiceError)]
    #[error("whole")]
    #[service_error(parent = Root)]
    #[wire(problem = "u:x")]
    struct Whole;
    let found = errtax::verify::<Root>().unwrap_err().to_string();
    assert!(found.contains("u:x") && found.contains("ByBase") && found.contains("Whole"), "{found}");
}

#[test]
fn a_type_may_be_told_apart_by_its_message() {
    #[derive(Debug, Error, ServiceError)]
    #[error("no stock")]
    #[wire(problem = "u:busy", message_prefix = "no stock")]
    struct NoStock;

    let name = |body: &str| errtax::classify::<NoStock>(problem::decode(400, NO_HEADERS, body.as_bytes())).to_string();
    assert_eq!(name(r#"{"type": "u:busy", "detail": "No stock of A-7"}"#), "no stock");
    assert_ne!(name(r#"{"type": "u:busy", "detail": "later"}"#), "no stock");
}

/// Decodes, and checks what must hold for any bytes.
fn decode(body: &[u8]) {
    let response = problem::decode(503, [("retry-after", "2")], body);
    assert_eq!((response.status(), response.protocol()), (Some(503), Some("problem")));
    assert_eq!(response.body(), Some(&body[..body.len().min(64 * 1024)]).filter(|body| !body.is_empty()));
    assert_eq!(response.retry_after().map(|after| after.as_secs()), Some(2));
    let error = errtax::classify::<ShopError>(response);
    let shown = format!("{error} {error:?}");
    assert!(!shown.chars().any(char::is_control), "{shown}");
}

#[test]
fn any_bytes_are_an_answer() {
    let body = br#"{"type":"https://example.com/probs/out-of-stock","sku":"A","title":"t\n","status":4e2,"x":[[1]]}"#;
    for end in 0..=body.len() {
        decode(&body[..end]);
    }
    for place in 0..body.len() {
        for byte in (0..=255).step_by(3) {
            let mut body = *body;
            body[place] = byte;
            decode(&body);
        }
    }
    decode(format!("{}{}", r#"{"type":"#, "[".repeat(100_000)).as_bytes());
    let cut = problem::decode(400, NO_HEADERS, br#"{"type": "u:x", "title": "t" "detail": "d"}"#);
    assert_eq!((cut.code(), cut.message()), (Some("u:x"), Some("t")), "what stands before a break is read");
}
