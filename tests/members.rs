//! How what a response says reaches the typed fields of a class.

use std::collections::BTreeMap;

use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{Cause, ErrorResponse, ServiceError};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Every role, and every way to go without a value.
#[derive(Debug, Error, ServiceError)]
#[error("everything")]
#[service_error(code = "Everything")]
struct Everything {
    #[wire(message)]
    message: Option<String>,
    #[wire(request_id)]
    request_id: Option<Box<str>>,
    #[wire(member)]
    plain: u8,
    #[wire(member = "Renamed")]
    renamed: Vec<Nested>,
    #[wire(member, default)]
    count: u32,
    #[wire(member, default = forty_two)]
    answer: u32,
    #[wire(header = "X-Limit")]
    limit: Option<u16>,
    #[wire(context)]
    table: Option<String>,
    #[wire(context = "attempts", default)]
    tries: u8,
    #[wire(cause)]
    cause: Option<Cause>,
}

fn forty_two() -> u32 {
    42
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Nested {
    inner_name: String,
    kind: Kind,
    tags: BTreeMap<u32, Option<bool>>,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
enum Kind {
    Plain,
    Sized(u64),
    Named {
        name: String,
    },
    #[serde(untagged)]
    Unknown(String),
}

const BODY: &str = r#"{
    "message": "hello", "plain": 7, "answer": null,
    "Renamed": [
        {"innerName": "a", "kind": "Plain", "tags": {"1": true, "2": null}},
        {"innerName": "b", "kind": {"Sized": 9}, "tags": {}},
        {"innerName": "c", "kind": {"Named": {"name": "n"}}, "tags": {}},
        {"innerName": "d", "kind": "Never heard of", "tags": {}}
    ]
}"#;

#[test]
fn every_role_is_filled() {
    let response = aws_json::decode(400, [("x-limit", "300"), ("x-amzn-requestid", "R")], BODY.as_bytes())
        .with_context("table", "orders")
        .with_context("attempts", 3)
        .with_source("underneath");
    let error = Everything::try_from(response).unwrap();
    assert_eq!(error.message.as_deref(), Some("hello"));
    assert_eq!(error.request_id.as_deref(), Some("R"));
    assert_eq!(error.plain, 7);
    assert_eq!(error.renamed.len(), 4);
    assert_eq!(error.renamed[0].tags, BTreeMap::from([(1, Some(true)), (2, None)]));
    assert_eq!(error.renamed[1].kind, Kind::Sized(9));
    assert_eq!(error.renamed[2].kind, Kind::Named { name: "n".into() });
    assert_eq!(error.renamed[3].kind, Kind::Unknown("Never heard of".into()));
    assert_eq!((error.count, error.answer), (0, 42), "absent, and null");
    assert_eq!(error.limit, Some(300), "a header is read as the field's type");
    assert_eq!(error.table.as_deref(), Some("orders"));
    assert_eq!(error.tries, 3);
    assert_eq!(error.cause.as_ref().map(ToString::to_string).as_deref(), Some("underneath"));
    // The value answers from its own fields.
    assert_eq!(error.message().as_deref(), Some("hello"));
    assert_eq!(ServiceError::request_id(&error), Some("R"));
    assert_eq!(error.context("table"), Some("orders"));
    assert_eq!(error.context("region"), None);
    assert_eq!(error.context("attempts"), None, "a number has no text");
}

#[test]
fn an_option_and_a_default_go_without() {
    let error =
        Everything::try_from(ErrorResponse::new().with_member("plain", 1).with_member("Renamed", [0; 0])).unwrap();
    assert!(error.message.is_none() && error.limit.is_none() && error.table.is_none() && error.cause.is_none());
    assert_eq!((error.count, error.answer, error.tries), (0, 42, 0));
}

#[test]
fn a_value_that_does_not_fit_is_named() {
    let response = || ErrorResponse::new().with_member("plain", 1).with_member("Renamed", [0; 0]);
    for (response, why) in [
        (response().with_member("plain", 300), "member `plain`: invalid value: integer `300`, expected u8"),
        (response().with_member("plain", "7"), "member `plain`: invalid type: string \"7\", expected u8"),
        (response().with_header("X-Limit", "many"), "header `X-Limit`: invalid type: string \"many\", expected u16"),
        (response().with_context("attempts", -1), "context `attempts`: invalid type: string \"-1\", expected u8"),
        (ErrorResponse::new().with_member("plain", 1), "member `Renamed`: missing"),
    ] {
        assert_eq!(Everything::try_from(response).unwrap_err().error.to_string(), why);
    }
}

#[test]
fn what_is_put_in_by_hand_comes_out_again() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Unit;
    fn round_trip<T: Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(value: T) {
        let response = ErrorResponse::new().with_member("it", &value);
        assert_eq!(response.member::<T>("it").unwrap(), Some(value));
    }
    round_trip(true);
    round_trip((i8::MIN, i64::MIN, u64::MAX, i128::MAX, 1.5_f32, 'x'));
    round_trip("text \u{1f980}".to_owned());
    round_trip(vec![Some(1), None]);
    round_trip(BTreeMap::from([(3_u8, "three".to_owned())]));
    round_trip(BTreeMap::from([(true, 1)]));
    let keyed = ErrorResponse::new().with_member("it", BTreeMap::from([(3_u8, "three")]));
    let by_text = keyed.member::<BTreeMap<String, String>>("it").unwrap();
    assert_eq!(by_text, Some(BTreeMap::from([("3".into(), "three".into())])), "as on a wire");
    let by_number = ErrorResponse::new().with_member("it", serde_json::json!({"3": "three"}));
    assert!(by_number.member::<BTreeMap<u8, String>>("it").unwrap().is_some());
    round_trip(vec![Kind::Plain, Kind::Sized(1), Kind::Named { name: "n".into() }]);
    round_trip(Nested { inner_name: "a".into(), kind: Kind::Plain, tags: BTreeMap::new() });
    assert_eq!(ErrorResponse::new().with_member("it", Unit).member::<Unit>("it").unwrap(), None, "a unit is null");
}

#[test]
fn what_cannot_be_put_in_says_so_when_it_is_read() {
    let by_list = BTreeMap::from([([1, 2], "no key of any wire")]);
    let error = ErrorResponse::new().with_member("it", by_list).member::<String>("it").unwrap_err();
    assert_eq!(error.to_string(), "member `it`: a key must be a string, an integer or a boolean");
}

#[test]
fn a_text_without_a_type_is_a_list_of_one() {
    let response = ErrorResponse::new().with_header("X-Tags", "7");
    #[derive(Debug, Error, ServiceError)]
    #[error("tagged")]
    struct Tagged(#[wire(header = "X-Tags")] Vec<u8>);
    assert_eq!(Tagged::try_from(response).unwrap().0, [7]);
    assert!(ErrorResponse::new().with_member("tags", "7").member::<Vec<u8>>("tags").is_err(), "a typed one is not");
}

#[test]
fn a_member_by_hand_comes_before_the_body() {
    let response = aws_json::decode(400, NO_HEADERS, br#"{"a": 1, "b": 2}"#).with_member("a", 9).with_member("a", 10);
    assert_eq!(response.member::<u8>("a").unwrap(), Some(10));
    assert_eq!(response.member::<u8>("b").unwrap(), Some(2));
}

#[test]
fn a_type_that_asks_for_bytes_is_given_what_base64_stands_for() {
    #[derive(Debug, PartialEq)]
    struct Blob(Vec<u8>);
    impl<'de> Deserialize<'de> for Blob {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Bytes;
            impl serde::de::Visitor<'_> for Bytes {
                type Value = Blob;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("bytes")
                }
                fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Blob, E> {
                    Ok(Blob(bytes))
                }
            }
            deserializer.deserialize_byte_buf(Bytes)
        }
    }
    let blob = |text: &str| ErrorResponse::new().with_member("blob", text).member::<Blob>("blob");
    // RFC 4648 §10
    for (text, bytes) in [
        ("", ""),
        ("Zg==", "f"),
        ("Zm8=", "fo"),
        ("Zm9v", "foo"),
        ("Zm9vYg==", "foob"),
        ("Zm9vYmE=", "fooba"),
        ("Zm9vYmFy", "foobar"),
        ("Zm9vYmE", "fooba"),
    ] {
        assert_eq!(blob(text).unwrap(), Some(Blob(bytes.into())), "{text}");
    }
    assert_eq!(blob("+/8=").unwrap(), Some(Blob(vec![0xfb, 0xff])));
    for garbage in ["Z", "Zg=", "Zg===", "Zm9v=", "=", "Zm9v!", "Zm 9v", "Zé==", "===="] {
        assert!(blob(garbage).is_err(), "{garbage}");
    }
}

#[test]
fn members_can_be_named_all_at_once() {
    #[derive(Debug, Error, ServiceError)]
    #[error("limits")]
    #[service_error(code = "Limits", members = "camelCase")]
    struct Limits {
        max_items: u32,
        #[wire(member = "Exact")]
        exact: u32,
        #[wire(member)]
        r#type: String,
        #[wire(request_id)]
        id: Option<String>,
    }
    let body = br#"{"maxItems": 1, "Exact": 2, "type": "t", "id": "not this"}"#;
    let limits = Limits::try_from(aws_json::decode(400, NO_HEADERS, body)).unwrap();
    assert_eq!((limits.max_items, limits.exact, &*limits.r#type, limits.id), (1, 2, "t", None));
}

#[test]
fn the_parent_inside_takes_the_response_and_the_child_its_members() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root: {response}")]
    struct Root {
        #[wire(response)]
        response: ErrorResponse,
        #[wire(member)]
        region: String,
    }
    #[derive(Debug, Error, ServiceError)]
    #[error("late: {base}")]
    #[service_error(code = "Late")]
    struct Late {
        #[service_error(base)]
        base: Root,
        #[wire(member)]
        seconds: u8,
    }
    let body = br#"{"__type": "Late", "region": "here", "seconds": 3, "message": "m"}"#;
    let error = errtax::classify::<Root>(aws_json::decode(400, NO_HEADERS, body));
    let late = error.downcast_ref::<Late>().unwrap();
    assert_eq!((late.seconds, &*late.base.region, late.base.response.message()), (3, "here", Some("m")));
    assert_eq!(error.to_string(), "late: root: m");

    // Where the base does not fit, the response is whole.
    let unfit = Late::try_from(aws_json::decode(400, NO_HEADERS, br#"{"seconds": 3, "message": "m"}"#)).unwrap_err();
    assert_eq!(unfit.error.to_string(), "member `region`: missing");
    assert_eq!(unfit.response.message(), Some("m"));
}

#[test]
fn two_fields_may_read_one_member_or_one_header() {
    #[derive(Debug, Error, ServiceError)]
    #[error("in {region}")]
    struct Away {
        #[wire(member = "id")]
        id: u64,
        #[wire(member = "id")]
        same: Option<u64>,
        #[wire(header = "x-region")]
        region: String,
        #[wire(header = "x-region")]
        same_region: String,
    }

    let response = ErrorResponse::new().with_member("id", 7).with_header("X-Region", "eu");
    let away = Away::try_from(response).unwrap();
    assert_eq!((away.id, away.same), (7, Some(7)));
    assert_eq!([away.region, away.same_region], ["eu", "eu"]);
}
