//! Details that are none, and bytes that are anything.

use errtax::wire::{NO_HEADERS, grpc};
use errtax::{ErrorResponse, ServiceError};
use serde_json::Value;
use thiserror::Error;

use super::{OrdersError, any, decode, error_info, field, status};

#[test]
fn malformed_and_foreign_details_are_ignored() {
    let ours = error_info("OUT_OF_STOCK", "orders.example.com");
    let foreign = field(3, [field(1, "type.googleapis.com/shop.Note"), field(2, b"\xff\xff")].concat());
    let unknown = any("NoSuchDetail", b"\xff");
    let broken = any("ErrorInfo", [field(1, "BROKEN"), vec![0x12, 0x7f]].concat());
    let no_text = any("ErrorInfo", [field(1, b"\xff\xfe"), field(2, "orders.example.com")].concat());
    let cut = any("ErrorInfo", [field(1, "CUT"), b"\x12\x7forders.example.com".to_vec()].concat());
    let nowhere = error_info("NOWHERE", "");
    let endless = any("ErrorInfo", [vec![0x0a], vec![0xff; 10]].concat());
    let groups = any("ErrorInfo", vec![0x0b; 5_000]);
    for other in [foreign, unknown, broken, no_text, cut, nowhere, endless, groups] {
        let response = decode("8", &status(8, &[other, ours.clone()]));
        assert_eq!(response.shape(), Some("orders.example.com/OUT_OF_STOCK"));
    }
    for bytes in [&b"\x0a"[..], b"\x1a\xff\xff\xff\xff\x7f", b"\x13", b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"] {
        let response = decode("8", bytes);
        assert_eq!((response.code(), response.shape()), (Some("RESOURCE_EXHAUSTED"), None));
    }
    for no_base64 in ["", "*", "=", "A", "CAU*"] {
        let headers = [("grpc-status", "8"), ("grpc-status-details-bin", no_base64)];
        assert_eq!(grpc::decode(200, headers, b"").code(), Some("RESOURCE_EXHAUSTED"), "{no_base64}");
    }
}

#[derive(Debug, Error, ServiceError)]
#[error("full")]
#[service_error(parent = OrdersError, code = "ZONE_FULL", status = 429, members)]
struct ZoneFull {
    zone: String,
    left: u8,
    more: Option<String>,
    list: Option<Vec<u8>>,
}

#[test]
fn a_byte_that_is_no_unicode_takes_no_member_away() {
    let body = |zone: &[u8]| {
        let details: [&[u8]; 7] = [
            br#"{"error": {"code": 429, "message": "caf"#,
            b"\xe9",
            br#"", "status": "RESOURCE_EXHAUSTED", "errors": [{"no": 7, "text": "t"}], "details": [{
                "@type": "type.googleapis.com/google.rpc.LocalizedMessage", "message": "caf"#,
            b"\xe9",
            br#""}, {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "domain": "orders.example.com",
                "reason": "ZONE_FULL", "metadata": {"left": "3", "list": "[1, 2]", "zone": ""#,
            zone,
            br#""}}]}}"#,
        ];
        details.concat()
    };
    let response = grpc::decode_json(429, NO_HEADERS, &body(b"east"));
    assert_eq!((response.code(), response.message()), (Some("RESOURCE_EXHAUSTED"), Some("caf\u{fffd}")));
    let errors = serde_json::json!([{"no": 7, "text": "t"}]);
    assert_eq!(response.member::<Value>("errors").unwrap(), Some(errors));
    assert_eq!(response.member::<Value>("LocalizedMessage").unwrap().unwrap()["message"], "caf\u{fffd}");
    let error = errtax::classify::<OrdersError>(response);
    let full: &ZoneFull = error.downcast_ref().unwrap();
    assert_eq!((&*full.zone, full.left, &full.more, &full.list), ("east", 3, &None, &Some(vec![1, 2])));
    // Of the member itself, what is no Unicode is replaced, as in code and message.
    let zone = grpc::decode_json(429, NO_HEADERS, &body(b"\xffast")).member::<String>("zone").unwrap();
    assert_eq!(zone.as_deref(), Some("\u{fffd}ast"));
}

/// Decodes, and checks what must hold for any bytes.
fn any_bytes(bytes: &[u8]) {
    let shown = |response: ErrorResponse| {
        let members: Vec<_> = ["left", "BadRequest", "ErrorInfo"].map(|name| response.member::<Value>(name)).into();
        let error = errtax::classify::<OrdersError>(response);
        let shown = format!("{error} {error:?} {members:?}");
        assert!(!format!("{error}").chars().any(char::is_control), "{shown}");
    };
    shown(decode("8", bytes));
    shown(grpc::decode(502, [("grpc-status", bytes), ("grpc-message", bytes)], bytes));
    shown(grpc::decode_json(502, NO_HEADERS, bytes));
}

#[test]
fn any_bytes_are_an_answer() {
    let bad_request = any("BadRequest", field(1, field(1, "name")));
    let status = status(8, &[error_info("OUT_OF_STOCK", "orders.example.com"), bad_request]);
    let body =
        br#"{"error":{"status":"NOT_FOUND","details":[{"@type":"a/google.rpc.ErrorInfo","metadata":{"left":"1"}}]}}"#;
    for bytes in [&*status, body] {
        for end in 0..=bytes.len() {
            any_bytes(&bytes[..end]);
        }
        for place in 0..bytes.len() {
            for byte in (0..=255).step_by(5) {
                let mut bytes = bytes.to_vec();
                bytes[place] = byte;
                any_bytes(&bytes);
            }
        }
    }
    any_bytes(format!("{}{}", r#"{"error":{"status":"NOT_FOUND","x":"#, "[".repeat(100_000)).as_bytes());
    any_bytes(&[0x1a, 0x00].repeat(100_000));
    any_bytes(format!("{}{}", r#"{"error":{"details":"#, "[".repeat(100_000)).as_bytes());
}

#[test]
fn only_what_is_asked_for_is_built_of_a_json_error() {
    let deep = format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000));
    let body = format!(
        r#"{{"error": {{"x": {deep}, "status": "NOT_FOUND", "message": "caf\u00e9", "y": 7, "details": [
            {{"@type": "a/google.rpc.Help", "links": {deep}}}, {deep}, 7,
            {{"@type": "a/google.rpc.ErrorInfo", "reason": "R", "domain": "d", "metadata": {{"left": "1"}}}},
            {{"@type": "a/google.rpc.RequestInfo", "requestId": "R-1", "servingData": {deep}}}
        ]}}}}"#
    );
    let response = grpc::decode_json(404, NO_HEADERS, body.as_bytes());
    assert_eq!((response.code(), response.message()), (Some("NOT_FOUND"), Some("caf\u{e9}")));
    assert_eq!((response.shape(), response.request_id()), (Some("d/R"), Some("R-1")));
    assert_eq!((response.member::<u8>("left").unwrap(), response.member::<u8>("y").unwrap()), (Some(1), Some(7)));
    assert!(response.member::<Value>("x").is_err());
    assert_eq!(response.member::<u8>("z").unwrap(), None);
}

#[test]
fn a_json_error_that_is_cut_or_no_text_is_read_before_it_is_kept() {
    let padding = "x".repeat(2 * 1024 * 1024);
    let body = format!(r#"{{"error": {{"status": "NOT_FOUND", "y": 7, "padding": "{padding}", "message": "m"}}}}"#);
    let response = grpc::decode_json(404, NO_HEADERS, body.as_bytes());
    assert_eq!((response.code(), response.message()), (Some("NOT_FOUND"), Some("m")));
    let why = response.member::<u8>("y").unwrap_err().to_string();
    assert_eq!(why, "member `y`: the body was larger than 1 MiB, and was cut before it");
    let cut = grpc::decode_json(404, NO_HEADERS, br#"{"error": {"status": "NOT_FOUND", "y": 7"#);
    assert!(cut.member::<u8>("y").is_err(), "nobody knows what was cut off");
    let no_text =
        grpc::decode_json(404, NO_HEADERS, b"{\"error\": {\"message\": \"caf\xe9\", \"status\": \"NOT_FOUND\"}}");
    assert_eq!((no_text.code(), no_text.message()), (Some("NOT_FOUND"), Some("caf\u{fffd}")));
}
