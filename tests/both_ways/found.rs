//! What the properties found, each in the words of one error.

use std::collections::BTreeMap;

use errtax::wire::{Answer, NO_HEADERS, Request, aws_json, aws_xml, grpc, problem, resp};
use errtax::{ErrorResponse, ServiceError};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::shop::{ShopError, sent};
use crate::wire::{WIRES, Wire};

/// The wires that carry members of any name.
fn wires() -> impl Iterator<Item = Wire> {
    WIRES.into_iter().filter(|wire| *wire != Wire::Resp)
}

fn body(answer: &Answer) -> &str {
    str::from_utf8(answer.body()).unwrap()
}

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("rates")]
#[service_error(parent = ShopError, code = "RATES", status = 400, members, out)]
struct Rates {
    one: f64,
    list: Vec<f32>,
}

#[test]
fn a_float_that_is_no_number_is_its_name_in_json() {
    let rates = Rates { one: f64::INFINITY, list: vec![1.5, f32::NEG_INFINITY] };
    let expected = r#"{"__type":"RATES","message":"rates","one":"Infinity","list":[1.5,"-Infinity"]}"#;
    assert_eq!(body(&aws_json::encode(&rates)), expected);
    for wire in wires() {
        assert_eq!(sent(&rates, wire, "").downcast_ref::<Rates>(), Some(&rates), "{wire:?}");
        let nan = sent(&Rates { one: f64::NAN, list: vec![f32::NAN] }, wire, "");
        let nan = nan.downcast_ref::<Rates>().unwrap();
        assert!(nan.one.is_nan() && nan.list[0].is_nan(), "{wire:?}: {nan:?}");
    }
}

#[test]
fn a_string_is_no_other_number() {
    for text in ["\"1.5\"", "\"nan\"", "\"inf\"", "\"+Infinity\"", "\"\""] {
        let response = aws_json::decode(400, NO_HEADERS, format!(r#"{{"one": {text}}}"#).as_bytes());
        assert!(response.member::<f64>("one").is_err(), "{text}");
    }
    let response = aws_json::decode(400, NO_HEADERS, br#"{"one": "NaN"}"#);
    assert_eq!(response.member::<String>("one").unwrap().as_deref(), Some("NaN"));
    assert!(response.member::<u64>("one").is_err());
}

#[test]
fn a_float_is_the_same_to_its_last_digit() {
    let rates = Rates { one: 6.934_698_245_112_694e276, list: vec![] };
    for wire in wires() {
        assert_eq!(sent(&rates, wire, "").downcast_ref::<Rates>(), Some(&rates), "{wire:?}");
    }
    let body = br#"{"one": 8.383658838626809e-78}"#;
    let one = problem::decode(400, NO_HEADERS, body).member::<f64>("one").unwrap();
    assert_eq!(one.map(f64::to_bits), Some(8.383_658_838_626_809e-78_f64.to_bits()));
}

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("maps")]
#[service_error(parent = ShopError, code = "MAPS", status = 400, members, out)]
struct Maps {
    map: BTreeMap<String, u8>,
    choice: Choice,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Choice {
    Named { key: u8, value: u8 },
}

#[test]
fn what_xml_calls_the_parts_of_an_entry_may_be_a_key_and_a_field() {
    for keys in [&["key", "value"][..], &["entry"], &["member"], &["a", "b"], &["a b"], &[]] {
        let map = keys.iter().map(|key| ((*key).to_owned(), 7)).collect();
        let maps = Maps { map, choice: Choice::Named { key: 1, value: 2 } };
        for wire in wires() {
            assert_eq!(sent(&maps, wire, "").downcast_ref::<Maps>(), Some(&maps), "{wire:?}: {keys:?}");
        }
    }
    let maps = Maps { map: [("a".to_owned(), 7)].into(), choice: Choice::Named { key: 1, value: 2 } };
    let answer = aws_xml::encode(&maps);
    assert!(body(&answer).contains("<map><entry><key>a</key><value>7</value></entry></map>"), "{answer:?}");
    assert!(body(&answer).contains("<choice><Named><key>1</key><value>2</value></Named></choice>"), "{answer:?}");
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Odd {
    plain: u8,
    #[serde(rename = "with space", default)]
    odd: u8,
}

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("odd")]
#[service_error(parent = ShopError, code = "ODD", status = 400, members, out)]
struct OddName {
    part: Odd,
}

#[test]
fn a_field_that_xml_cannot_name_is_left_out_alone() {
    let odd = |odd| OddName { part: Odd { plain: 7, odd } };
    for wire in wires() {
        let arrived = if wire == Wire::AwsXml { odd(0) } else { odd(8) };
        assert_eq!(sent(&odd(8), wire, "").downcast_ref::<OddName>(), Some(&arrived), "{wire:?}");
    }
}

#[test]
fn what_has_parts_is_json_in_grpcs_metadata() {
    let maps = Maps { map: [("a".to_owned(), 7)].into(), choice: Choice::Named { key: 1, value: 2 } };
    let answer = grpc::encode_for(&maps, Request::new());
    let response = grpc::decode(200, answer.headers(), b"");
    assert_eq!(response.member::<String>("map").unwrap().as_deref(), Some(r#"{"a":7}"#));
    assert_eq!(response.member::<BTreeMap<String, u8>>("map").unwrap(), Some(maps.map));
    assert_eq!(response.member::<Choice>("choice").unwrap(), Some(maps.choice));
}

#[test]
fn a_text_that_is_no_json_is_a_list_of_one_in_grpcs_metadata() {
    let list = |text: &str| {
        let body = serde_json::json!({"error": {"details": [{
            "@type": "type.googleapis.com/google.rpc.ErrorInfo", "metadata": {"list": text},
        }]}});
        grpc::decode_json(400, NO_HEADERS, body.to_string().as_bytes()).member::<Vec<String>>("list").unwrap().unwrap()
    };
    assert_eq!(list("a"), ["a"]);
    assert_eq!(list("[a"), ["[a"]);
    assert_eq!(list(r#"{"a":1}"#), [r#"{"a":1}"#]);
    assert_eq!(list(r#" ["a", "b"]"#), ["a", "b"]);
    assert!(list(" ").is_empty());
}

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("no number is too large")]
#[service_error(parent = ShopError, code = "LARGE", status = 400, members, out)]
struct Large {
    number: u128,
}

#[test]
fn the_largest_number_is_a_member_too() {
    let large = Large { number: u128::MAX };
    let response = ErrorResponse::new().with_member("number", u128::MAX);
    assert_eq!(response.member::<u128>("number").unwrap(), Some(u128::MAX));
    assert!(response.member::<String>("number").is_err(), "a number is no text");
    assert!(body(&aws_json::encode(&large)).contains(&format!(r#""number":{}"#, u128::MAX)));
    for wire in [Wire::AwsXml, Wire::Grpc] {
        assert_eq!(sent(&large, wire, "").downcast_ref::<Large>(), Some(&large), "{wire:?}");
    }
}

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("elsewhere")]
#[service_error(code = "MOVED", status = 400, members, out)]
struct Moved {
    slot: u32,
    host: String,
    port: u16,
}

#[test]
fn a_redirect_leads_nobody_to_a_host_that_nobody_named() {
    let line = |slot, host: &str| {
        let answer = resp::encode(&Moved { slot, host: host.to_owned(), port: 6381 });
        body(&answer).to_owned()
    };
    assert_eq!(line(1, "shop"), "-MOVED 1 shop:6381\r\n");
    assert_eq!(line(1, "shop:1 b"), "-MOVED elsewhere\r\n");
    assert_eq!(line(1, "shop\n"), "-MOVED elsewhere\r\n");
    assert_eq!(line(16_384, "shop"), "-MOVED elsewhere\r\n");
}

/// It says where in its text, too.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("{slot} {host}:{port}")]
#[service_error(code = "MOVED", status = 400, members, out)]
struct Told {
    slot: u32,
    host: String,
    port: u16,
}

/// It says it in its text alone, as servers do.
#[derive(Debug, Error, ServiceError)]
#[error("1 shop:6381")]
#[service_error(code = "MOVED", status = 400)]
struct Passed;

#[test]
fn the_text_of_a_redirect_leads_nobody_astray_either() {
    let line = |slot, host: &str| body(&resp::encode(&Told { slot, host: host.to_owned(), port: 6381 })).to_owned();
    assert_eq!(line(1, "shop"), "-MOVED 1 shop:6381\r\n");
    assert_eq!(line(1, "shop:1 b"), "-MOVED Bad Request\r\n");
    assert_eq!(line(1, "shop\n"), "-MOVED Bad Request\r\n");
    assert_eq!(line(16_384, "shop"), "-MOVED Bad Request\r\n");
    assert_eq!(body(&resp::encode(&Passed)), "-MOVED 1 shop:6381\r\n");
}

#[derive(Debug, Error, ServiceError)]
#[error("cut")]
#[service_error(code = "shop#Late:7", status = 400)]
struct Cut;

#[test]
fn a_code_is_cut_by_readers_of_aws() {
    for wire in [Wire::AwsJson, Wire::AwsXml] {
        assert_eq!(wire.decode(&wire.encode(&Cut, Request::new())).code(), Some("Late"), "{wire:?}");
    }
}
