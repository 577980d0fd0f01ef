//! Each detail of google.rpc as a member: the same of protobuf and of JSON.

use std::time::Duration;

use errtax::wire::{NO_HEADERS, grpc};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{any, decode, field, retry_info, status, varint};

#[test]
fn each_detail_of_google_rpc_is_a_member() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "camelCase")]
    struct BadRequest {
        field_violations: Vec<Violation>,
    }
    #[derive(Debug, Deserialize, PartialEq)]
    struct Violation {
        field: String,
        description: String,
    }
    let violation = |name: &str| field(1, [field(1, name), field(2, "empty")].concat());
    let localized = [field(1, "de"), field(2, "Leer")].concat();
    let quota =
        [field(1, "project:7"), field(6, [field(1, "region"), field(2, "east")].concat()), varint(7, 100)].concat();
    let details = [
        any("BadRequest", [violation("name"), field(1, [field(1, "id"), field(4, &localized)].concat())].concat()),
        any("RequestInfo", [field(1, "R-1"), field(2, "data")].concat()),
        any("ResourceInfo", [field(1, "order"), field(2, "7"), field(3, "me"), field(4, "no")].concat()),
        any("Help", field(1, [field(1, "read"), field(2, "https://x")].concat())),
        any("LocalizedMessage", &localized),
        any("DebugInfo", [field(1, "a"), field(1, "b"), field(2, "c")].concat()),
        any("QuotaFailure", field(1, quota)),
        any("PreconditionFailure", field(1, [field(1, "TOS"), field(2, "s"), field(3, "d")].concat())),
        retry_info(),
    ];
    let response = decode("3", &status(3, &details));
    assert_eq!(response.request_id(), Some("R-1"));
    assert_eq!(response.retry_after(), Some(Duration::from_millis(2500)));
    for (name, expected) in [
        (
            "BadRequest",
            json!({ "fieldViolations": [
                { "field": "name", "description": "empty" },
                { "field": "id", "localizedMessage": { "locale": "de", "message": "Leer" } },
            ] }),
        ),
        ("RequestInfo", json!({ "requestId": "R-1", "servingData": "data" })),
        ("ResourceInfo", json!({ "resourceType": "order", "resourceName": "7", "owner": "me", "description": "no" })),
        ("Help", json!({ "links": [{ "description": "read", "url": "https://x" }] })),
        ("LocalizedMessage", json!({ "locale": "de", "message": "Leer" })),
        ("DebugInfo", json!({ "stackEntries": ["a", "b"], "detail": "c" })),
        (
            "QuotaFailure",
            json!({ "violations": [
                { "subject": "project:7", "quotaDimensions": { "region": "east" }, "quotaValue": "100" },
            ] }),
        ),
        ("PreconditionFailure", json!({ "violations": [{ "type": "TOS", "subject": "s", "description": "d" }] })),
        ("RetryInfo", json!({ "retryDelay": "2.500000000s" })),
    ] {
        assert_eq!(response.member::<Value>(name).unwrap(), Some(expected), "{name}");
    }
    let one = decode("3", &status(3, &[any("BadRequest", violation("name"))]));
    let name = Violation { field: "name".into(), description: "empty".into() };
    assert_eq!(one.member("BadRequest").unwrap(), Some(BadRequest { field_violations: vec![name] }));
    assert_eq!(one.member::<Value>("Help").unwrap(), None);
}

/// A number of 64 bits is a text in JSON, and a number in protobuf.
#[test]
fn an_int64_is_read_as_what_the_reader_asks_for() {
    #[derive(Debug, Deserialize)]
    struct QuotaFailure<N> {
        violations: Vec<Violation<N>>,
    }
    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Violation<N> {
        subject: String,
        quota_value: N,
    }
    let violation = field(1, [field(1, "42"), varint(7, 100)].concat());
    let in_bytes = |value: Value, message: &[u8]| {
        let violations = json!([{ "subject": "42", "quotaValue": value }]);
        let detail = json!({ "@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": violations });
        let body = json!({ "error": { "code": 429, "details": [detail], "message": "?" } }).to_string();
        let (before, after) = body.split_once('?').unwrap();
        grpc::decode_json(429, NO_HEADERS, &[before.as_bytes(), message, after.as_bytes()].concat())
    };
    let in_json = |value| in_bytes(value, b"late");
    let responses = [
        decode("8", &status(8, &[any("QuotaFailure", violation)])),
        in_json(json!("100")),
        // Which readers of proto3's JSON take, too.
        in_json(json!(100)),
        // A byte that is no Unicode, elsewhere in the document.
        in_bytes(json!("100"), b"\xe9"),
    ];
    for response in responses {
        let number = response.member::<QuotaFailure<i64>>("QuotaFailure").unwrap().unwrap();
        assert_eq!((number.violations[0].quota_value, &*number.violations[0].subject), (100, "42"));
        let text = response.member::<QuotaFailure<String>>("QuotaFailure").unwrap().unwrap();
        assert_eq!(text.violations[0].quota_value, "100");
        let any = response.member::<Value>("QuotaFailure").unwrap().unwrap();
        assert_eq!(any["violations"][0]["quotaValue"], json!("100"));
        let other = response.member::<QuotaFailure<bool>>("QuotaFailure");
        assert!(other.is_err(), "{other:?}");
    }
    let no_number = in_json(json!("many")).member::<QuotaFailure<i64>>("QuotaFailure");
    assert!(no_number.is_err(), "{no_number:?}");
}
