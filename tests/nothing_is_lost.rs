//! Whatever arrives, the error keeps it: unknown codes, payloads that do not fit, responses a class has no room for.

use std::error::Error as _;

use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{ErrorResponse, ServiceError, Transport, Unclassified};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("shop: {response}")]
#[service_error(service = "shop")]
struct ShopError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("out of stock: {sku}")]
#[service_error(parent = ShopError, code = "OutOfStock", status = 409)]
struct OutOfStock {
    #[wire(member)]
    sku: String,
}

#[derive(Debug, Error, ServiceError)]
#[error("slow down")]
#[service_error(parent = ShopError, code = "TooFast", status = 429)]
struct TooFast;

fn answer(body: &str) -> ErrorResponse {
    aws_json::decode(400, [("x-amzn-requestid", "R-1")], body.as_bytes())
}

#[test]
fn a_class_without_room_for_the_response_keeps_it_beside() {
    let error = errtax::classify::<ShopError>(answer(r#"{"__type": "TooFast", "message": "calm down"}"#));
    assert!(error.downcast_ref::<TooFast>().is_some());
    assert_eq!(error.to_string(), "slow down");
    assert_eq!(error.message().as_deref(), Some("calm down"));
    assert_eq!(error.request_id(), Some("R-1"));
    assert_eq!(error.status(), Some(400), "the wire's, not the declared 429");
    assert_eq!(error.response().unwrap().header("X-AMZN-REQUESTID"), Some("R-1"));
}

#[test]
fn what_is_kept_beside_belongs_to_the_erased_error() {
    let mut error = errtax::classify::<ShopError>(answer(r#"{"__type": "TooFast", "message": "calm down"}"#));
    assert_eq!(error.downcast_ref::<TooFast>().unwrap().request_id(), None, "a value knows its own fields");
    assert_eq!(error.take_response().unwrap().request_id(), Some("R-1"));
    assert_eq!(error.request_id(), None, "taken");
    assert!(error.downcast::<TooFast>().is_ok());
}

#[test]
fn an_unknown_code_is_unclassified_and_still_of_its_root() {
    let error = errtax::classify::<ShopError>(answer(r#"{"__type": "Brand#New", "message": "hello", "x": 1}"#));
    assert!(error.is_a::<ShopError>());
    assert!(error.downcast_ref::<ShopError>().is_none());
    assert!(error.downcast_ref::<Unclassified>().unwrap().error().is_none());
    assert_eq!(error.to_string(), "unclassified ShopError: New: hello");
    assert_eq!(error.response().unwrap().member::<u8>("x").unwrap(), Some(1));
}

#[test]
fn a_payload_of_the_wrong_type_keeps_the_class_and_says_why() {
    for (body, why) in [
        (r#"{"__type": "OutOfStock", "sku": 7}"#, "member `sku`: invalid type: integer `7`, expected a string"),
        (r#"{"__type": "OutOfStock"}"#, "member `sku`: missing"),
        (r#"{"__type": "OutOfStock", "sku": null}"#, "member `sku`: missing"),
    ] {
        let error = errtax::classify::<ShopError>(answer(body));
        assert!(error.is_a::<OutOfStock>(), "{body}");
        assert!(error.downcast_ref::<OutOfStock>().is_none());
        assert!(error.downcast_ref::<Unclassified>().is_some());
        assert_eq!(error.source().unwrap().to_string(), why);
        assert_eq!(error.code(), Some("OutOfStock"));
        assert_eq!(error.request_id(), Some("R-1"));
        assert_eq!(error.response().unwrap().body(), Some(body.as_bytes()));
    }
}

#[test]
fn a_body_cut_before_the_payload_says_so() {
    let error = errtax::classify::<ShopError>(answer(r#"{"__type": "OutOfStock", "sku": "A-"#));
    assert!(error.is_a::<OutOfStock>());
    assert!(error.source().unwrap().to_string().contains("EOF while parsing"), "{}", error.source().unwrap());
}

#[test]
fn a_failure_before_the_answer_keeps_its_cause() {
    let response = ErrorResponse::new().with_transport(Transport::Connect).with_source("connection refused");
    let error = errtax::classify::<ShopError>(response);
    assert_eq!(error.to_string(), "unclassified ShopError: no connection could be made");
    assert_eq!(error.source().unwrap().to_string(), "connection refused");
}

#[test]
fn a_fake_is_built_in_one_line() {
    let fake = OutOfStock::try_from(ErrorResponse::new().with_member("sku", "A-7")).unwrap();
    assert_eq!(fake.sku, "A-7");
    let unfit = OutOfStock::try_from(ErrorResponse::new().with_code("OutOfStock")).unwrap_err();
    assert_eq!(unfit.response.code(), Some("OutOfStock"));
    assert_eq!(unfit.to_string(), "the response does not fit the class");
    assert_eq!(unfit.source().unwrap().to_string(), "member `sku`: missing");
}

/// The day on which somebody models a code, nothing that callers rely on may change.
#[test]
fn modelling_a_code_later_changes_neither_code_nor_message_nor_ancestors() {
    macro_rules! release {
        ($($model:item)?) => {{
            #[derive(Debug, Error, ServiceError)]
            #[error("shop")]
            #[service_error(service = "shop")]
            struct Shop;

            $($model)?

            let body = br#"{"__type": "com.shop#Frozen", "message": "it is cold"}"#;
            let error = errtax::classify::<Shop>(aws_json::decode(418, NO_HEADERS, body));
            let message = error.message().map(|message| message.into_owned());
            let code = error.code().map(str::to_owned);
            (code, message, error.status(), error.is_a::<Shop>(), error.downcast_ref::<Unclassified>().is_some())
        }};
    }
    let before = release!();
    let after = release! {
        #[derive(Debug, Error, ServiceError)]
        #[error("frozen")]
        #[service_error(parent = Shop, code = "Frozen", status = 500)]
        struct Frozen;
    };
    assert_eq!(before, (Some("Frozen".into()), Some("it is cold".into()), Some(418), true, true));
    assert_eq!(after, (Some("Frozen".into()), Some("it is cold".into()), Some(418), true, false));
}

#[test]
fn an_answer_without_a_code_does_not_get_its_nearest_class_s() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    #[service_error(code = "internal")]
    struct Root;
    let error = errtax::classify::<Root>(aws_json::decode(503, NO_HEADERS, b"<html>"));
    assert_eq!((error.code(), error.taxon().code()), (None, Some("internal")));
}

#[test]
fn a_payload_that_does_not_fit_and_a_foreign_cause_are_both_there() {
    let response = answer(r#"{"__type": "OutOfStock"}"#).with_source("underneath");
    let error = errtax::classify::<ShopError>(response);
    assert_eq!(error.source().unwrap().to_string(), "member `sku`: missing");
    assert_eq!(error.response().unwrap().source().unwrap().to_string(), "underneath");
}

#[test]
fn a_cause_beside_the_value_is_the_error_s_source() {
    let error = errtax::classify::<ShopError>(answer(r#"{"__type": "TooFast"}"#).with_source("underneath"));
    assert!(error.downcast_ref::<TooFast>().is_some());
    assert_eq!(error.source().unwrap().to_string(), "underneath");
}

#[test]
fn what_is_beside_the_value_is_no_base_of_it() {
    let error = errtax::classify::<ShopError>(answer(r#"{"__type": "TooFast"}"#));
    assert!(error.base().is_none());
    assert!(error.inner().unwrap().is_a::<TooFast>());
}
