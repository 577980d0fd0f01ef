//! gRPC: a status, its details in protobuf and in JSON, and whatever else arrives in their place.

mod bad_input;
mod details;
mod trailers;

use std::time::Duration;

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD},
};
use errtax::wire::{NO_HEADERS, grpc};
use errtax::{ErrorResponse, Retry, ServiceError, Unclassified};
use serde_json::{Value, json};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders: {response}")]
#[service_error(service = "orders", domain = "orders.example.com")]
struct OrdersError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("out of stock")]
#[service_error(parent = OrdersError, code = "OUT_OF_STOCK", status = 429)]
struct OutOfStock {
    #[wire(member)]
    left: u32,
    #[wire(retry_after)]
    after: Option<Duration>,
}

#[derive(Debug, Error, ServiceError)]
#[error("exhausted")]
#[service_error(parent = OrdersError)]
#[wire(code = "RESOURCE_EXHAUSTED")]
struct Exhausted;

/// A field in protobuf: of text, bytes or a message.
fn field(number: u8, bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let bytes = bytes.as_ref();
    [
        &[number << 3 | 2, u8::try_from(bytes.len() & 0x7f).unwrap() | 0x80, u8::try_from(bytes.len() >> 7).unwrap()],
        bytes,
    ]
    .concat()
}

fn varint(number: u8, value: u8) -> Vec<u8> {
    assert!(value < 0x80);
    vec![number << 3, value]
}

fn any(name: &str, message: impl AsRef<[u8]>) -> Vec<u8> {
    field(3, [field(1, format!("type.googleapis.com/google.rpc.{name}")), field(2, message)].concat())
}

fn error_info(reason: &str, domain: &str) -> Vec<u8> {
    let left = field(3, [field(1, "left"), field(2, "3")].concat());
    any("ErrorInfo", [field(1, reason), field(2, domain), left].concat())
}

fn retry_info() -> Vec<u8> {
    // 2.5 s: the fixed-width field 9 is of a newer version.
    any(
        "RetryInfo",
        [field(1, [varint(1, 2), vec![0x10, 0x80, 0xca, 0xb5, 0xee, 0x01]].concat()), vec![0x49; 9]].concat(),
    )
}

fn status(code: u8, details: &[Vec<u8>]) -> Vec<u8> {
    [varint(1, code), field(2, "from details"), details.concat()].concat()
}

fn decode(code: &str, status: &[u8]) -> ErrorResponse {
    grpc::decode(200, [("grpc-status", code), ("grpc-status-details-bin", &STANDARD_NO_PAD.encode(status))], b"")
}

#[test]
fn a_reason_of_our_domain_is_a_class_and_its_code() {
    let status = status(8, &[error_info("OUT_OF_STOCK", "orders.example.com"), retry_info()]);
    let error = errtax::classify::<OrdersError>(decode("8", &status));
    let OutOfStock { left, after } = error.downcast_ref().unwrap();
    assert_eq!((*left, *after), (3, Some(Duration::from_millis(2500))));
    assert_eq!((error.code(), error.status()), (Some("OUT_OF_STOCK"), Some(429)));
    assert_eq!(error.message().as_deref(), Some("from details"));
    let response = error.response().unwrap();
    assert_eq!(
        (response.code(), response.shape()),
        (Some("RESOURCE_EXHAUSTED"), Some("orders.example.com/OUT_OF_STOCK"))
    );
    assert_eq!(response.body(), Some(&*status));
    assert_eq!(error.retry_advice().retry(), Some(Retry::Throttling), "its quota is back when the service says so");
    assert_eq!(OutOfStock::TAXON.domain(), Some("orders.example.com"));
}

#[test]
fn a_foreign_domain_and_an_unknown_reason_fall_back_to_the_canonical_code() {
    for (reason, domain, code) in [
        ("OUT_OF_STOCK", "other.example.com", "RESOURCE_EXHAUSTED"),
        ("OUT_OF_STOCK", "", "RESOURCE_EXHAUSTED"),
        ("", "orders.example.com", "RESOURCE_EXHAUSTED"),
        ("NEW", "orders.example.com", "NEW"),
    ] {
        let error = errtax::classify::<OrdersError>(decode("8", &status(8, &[error_info(reason, domain)])));
        assert!(error.downcast_ref::<Exhausted>().is_some(), "{domain}/{reason}");
        assert_eq!(error.code(), Some(code), "{domain}/{reason}");
    }
    let plain = errtax::classify::<OrdersError>(decode("5", b""));
    assert!(plain.downcast_ref::<Unclassified>().is_some());
    assert_eq!((plain.code(), plain.status()), (Some("NOT_FOUND"), Some(404)));
}

#[test]
fn the_code_comes_from_the_trailers_then_the_details_then_http() {
    let details = STANDARD.encode(status(5, &[]));
    let code = |headers: &[(&str, &str)]| {
        let response = grpc::decode(503, headers.iter().copied(), b"<html>");
        (response.code().unwrap().to_owned(), response.status().unwrap())
    };
    let bin = ("grpc-status-details-bin", &*details);
    assert_eq!(code(&[("grpc-status", "7"), bin]), ("PERMISSION_DENIED".into(), 403));
    assert_eq!(code(&[bin]), ("NOT_FOUND".into(), 404));
    assert_eq!(code(&[]), ("UNAVAILABLE".into(), 503));
    for number in ["17", "-1", "+5", "5x", "", "99999999999999999999"] {
        assert_eq!(code(&[("grpc-status", number)]), ("UNKNOWN".into(), 500), "{number}");
    }
    // The caller knows that it is an error: `OK` says nothing of it.
    let ok = STANDARD.encode(status(0, &[]));
    assert_eq!(code(&[("grpc-status", "0"), bin]), ("NOT_FOUND".into(), 404));
    assert_eq!(code(&[("grpc-status", "0"), ("grpc-status-details-bin", &ok)]), ("UNAVAILABLE".into(), 503));
    let nothing_else = grpc::decode(200, [("grpc-status", "0")], b"");
    assert_eq!((nothing_else.code(), nothing_else.status()), (Some("UNKNOWN"), Some(500)));
    assert_eq!(errtax::classify::<OrdersError>(nothing_else).retry_advice().retry(), None, "nobody says never");
    let in_json = grpc::decode_json(503, NO_HEADERS, br#"{"error": {"status": "OK", "message": "m"}}"#);
    assert_eq!((in_json.code(), in_json.message(), in_json.status()), (None, Some("m"), Some(503)));
    let page = grpc::decode(503, NO_HEADERS, b"<html>");
    assert_eq!(page.body(), Some(&b"<html>"[..]));
    assert_eq!(page.retry_after(), None);
    assert_eq!(grpc::decode(200, NO_HEADERS, b"").status(), Some(500), "an error is no success");
    let twice = format!("{details},{details}");
    assert_eq!(code(&[("grpc-status-details-bin", &twice)]), ("NOT_FOUND".into(), 404));
}

#[test]
fn a_message_is_percent_decoded() {
    let message = |encoded: &str| {
        let response = grpc::decode(200, [("grpc-status", "5"), ("grpc-message", encoded)], b"");
        response.message().map(str::to_owned)
    };
    assert_eq!(message("caf%C3%A9 100%25").as_deref(), Some("café 100%"));
    assert_eq!(message("50% off%2").as_deref(), Some("50% off%2"), "what is not encoded stays");
    assert_eq!(message("%FF").as_deref(), Some("\u{fffd}"));
    assert_eq!(message(""), None);
}

#[test]
fn a_reason_of_our_domain_is_found_wherever_it_stands() {
    let (ours, foreign) =
        (error_info("OUT_OF_STOCK", "orders.example.com"), error_info("OUT_OF_STOCK", "other.example.com"));
    let new = error_info("NEW", "orders.example.com");
    for (infos, code) in [
        (vec![&foreign, &ours], "OUT_OF_STOCK"),
        (vec![&ours, &foreign], "OUT_OF_STOCK"),
        (vec![&foreign, &foreign, &foreign, &ours, &foreign], "OUT_OF_STOCK"),
        (vec![&new, &ours], "NEW"),
    ] {
        let details: Vec<_> = infos.into_iter().cloned().collect();
        let response = decode("8", &status(8, &details));
        let error = errtax::classify::<OrdersError>(response);
        assert!(error.downcast_ref::<OutOfStock>().is_some(), "{error:?}");
        assert_eq!(error.code(), Some(code));
        let foreign_class = errtax::Classifier::of::<Elsewhere>().taxon(error.response().unwrap()).name();
        assert_eq!(foreign_class, if code == "NEW" { "Elsewhere" } else { "SoldOut" }, "whose domain it is");
    }
    let lost = vec![foreign; 8];
    let error = errtax::classify::<OrdersError>(decode("8", &status(8, &[lost, vec![ours]].concat())));
    assert!(error.downcast_ref::<Exhausted>().is_some(), "nobody needs so many");
}

/// Of the other domain.
#[derive(Debug, Error, ServiceError)]
#[error("elsewhere")]
#[service_error(domain = "other.example.com")]
struct Elsewhere;

#[derive(Debug, Error, ServiceError)]
#[error("sold out")]
#[service_error(parent = Elsewhere, code = "OUT_OF_STOCK")]
struct SoldOut;

#[test]
fn json_says_the_same_as_protobuf() {
    let body =
        |detail: Value| json!({ "error": { "code": 429, "status": "RESOURCE_EXHAUSTED", "details": [7, detail] } });
    let decode = |body: &Value| grpc::decode_json(429, [("retry-after", "9")], body.to_string().as_bytes());
    let info = json!({
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "OUT_OF_STOCK", "domain": "orders.example.com", "metadata": { "left": "3" },
    });
    let error = errtax::classify::<OrdersError>(decode(&body(info)));
    assert_eq!(error.downcast_ref::<OutOfStock>().unwrap().left, 3);
    assert_eq!(error.code(), Some("OUT_OF_STOCK"));
    for (delay, expected) in [
        ("3s", Some(Duration::from_secs(3))),
        ("0.25s", Some(Duration::from_millis(250))),
        ("1.000000001s", Some(Duration::new(1, 1))),
        ("-1s", Some(Duration::from_secs(9))),
        ("1", Some(Duration::from_secs(9))),
        (".5s", Some(Duration::from_secs(9))),
        ("1.0000000001s", Some(Duration::from_secs(9))),
        ("99999999999999999999s", Some(Duration::from_secs(9))),
        ("s", Some(Duration::from_secs(9))),
    ] {
        let retry = json!({ "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": delay });
        assert_eq!(decode(&body(retry)).retry_after(), expected, "{delay}");
    }
    let legacy = json!({ "error": { "code": 403, "message": "no", "errors": [{ "reason": "rateLimitExceeded" }] } });
    let response = decode(&legacy);
    assert_eq!((response.code(), response.message(), response.status()), (None, Some("no"), Some(429)));
    assert_eq!(response.member::<Value>("errors").unwrap(), Some(legacy["error"]["errors"].clone()));
    for body in ["", "<html>", "[]", "{}", r#"{"error": "x"}"#, r#"{"error": null}"#, r#"{"error": {"status": 5}}"#] {
        let response = grpc::decode_json(404, NO_HEADERS, body.as_bytes());
        assert_eq!((response.code(), response.shape(), response.message()), (None, None, None), "{body}");
        assert_eq!(response.status(), Some(404));
    }
}

#[test]
fn of_a_metadata_key_that_stands_twice_the_last_counts() {
    let entry = |value: &str| field(3, [field(1, "left"), field(2, value)].concat());
    let info = any("ErrorInfo", [entry("1"), entry("2")].concat());
    assert_eq!(decode("8", &status(8, &[info])).member::<u8>("left").unwrap(), Some(2));
    let body =
        br#"{"error": {"details": [{"@type": "a/google.rpc.ErrorInfo", "metadata": {"left": "1", "left": "2"}}]}}"#;
    assert_eq!(grpc::decode_json(429, NO_HEADERS, body).member::<u8>("left").unwrap(), Some(2));
}

#[test]
fn whether_to_try_again_is_what_aip_194_says() {
    let advice = |code| errtax::classify::<OrdersError>(decode(code, b"")).retry_advice().retry();
    assert_eq!(advice("14"), Some(Retry::Transient));
    for code in ["1", "3", "4", "15"] {
        assert_eq!(advice(code), Some(Retry::Never), "{code}");
    }
    for code in ["2", "5", "6", "7", "8", "9", "10", "11", "12", "13", "16"] {
        assert_eq!(advice(code), None, "{code}: nobody says never, and the status only repeats the code");
    }
    let told = |code: &str| {
        let response = grpc::decode(200, [("grpc-status", code), ("retry-after", "2")], b"");
        errtax::classify::<OrdersError>(response).retry_advice().retry()
    };
    assert_eq!((told("8"), told("4")), (Some(Retry::Throttling), Some(Retry::Transient)));
    assert_eq!((told("13"), told("10"), told("3")), (None, None, Some(Retry::Never)));
    let in_details = |code: u8| {
        let response = decode(&code.to_string(), &status(code, &[retry_info()]));
        errtax::classify::<OrdersError>(response).retry_advice().retry()
    };
    assert_eq!((in_details(8), in_details(10)), (Some(Retry::Throttling), Some(Retry::Transient)));
    assert_eq!(in_details(15), Some(Retry::Never), "the same call never succeeds");
    let page = grpc::decode_json(503, NO_HEADERS, b"<html>");
    assert_eq!(errtax::classify::<OrdersError>(page).retry_advice().retry(), Some(Retry::Transient), "HTTP's own");
}
