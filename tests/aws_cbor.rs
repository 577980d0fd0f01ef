//! What counts in a CBOR answer, and how its values are read.

use std::collections::BTreeMap;

use errtax::ErrorResponse;
use errtax::wire::aws_cbor;
use minicbor::Encoder;
use serde::Deserialize;
use serde_bytes::ByteBuf;

const SMITHY: (&str, &str) = ("smithy-protocol", "rpc-v2-cbor");

fn decode(body: &[u8]) -> ErrorResponse {
    aws_cbor::decode(400, [SMITHY], body)
}

/// A map of texts.
fn texts(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut encoder = Encoder::new(&mut body);
    encoder.map(entries.len() as u64).unwrap();
    for (key, value) in entries {
        encoder.str(key).unwrap().str(value).unwrap();
    }
    body
}

/// The member `m`, which is `value` in CBOR.
fn member<T: for<'de> Deserialize<'de>>(value: &[u8]) -> Result<Option<T>, String> {
    let body = [b"\xa1\x61m", value].concat();
    decode(&body).member("m").map_err(|error| error.to_string())
}

fn read<T: for<'de> Deserialize<'de>>(value: &[u8]) -> T {
    member(value).unwrap().unwrap()
}

#[test]
fn the_code_is_in_the_body_alone() {
    let code = |headers: &[(&str, &str)], entries: &[(&str, &str)]| {
        let headers = headers.iter().copied().chain([SMITHY]);
        aws_cbor::decode(400, headers, &texts(entries)).code().map(str::to_owned)
    };
    assert_eq!(code(&[], &[("__type", "ns#Late:http://x")]).as_deref(), Some("Late"));
    assert_eq!(code(&[("x-amzn-errortype", "Header")], &[("__type", "ns#Late")]).as_deref(), Some("Late"));
    assert_eq!(code(&[("x-amzn-errortype", "Header")], &[("code", "A"), ("Code", "B"), ("message", "m")]), None);
    assert_eq!(code(&[], &[("__type", "#:")]), None);
    assert_eq!(decode(b"\xa1\x66__type\xa1\x66__type\x61X").code(), None, "a nested one never counts");
    assert_eq!(decode(b"\xa1\x66__type\x07").code(), None, "nor does a number");
    assert_eq!(decode(b"\xd9\xd9\xf7\xa1\x66__type\x61X").code(), Some("X"), "behind the mark of CBOR");
    assert_eq!(decode(b"\xbf\x7f\x62__\x64type\xff\x7f\x61X\x61Y\xff\xff").code(), Some("XY"), "in pieces");
}

#[test]
fn the_public_code_stands_beside_the_shape() {
    let read = |header| {
        let response =
            aws_cbor::decode(400, [SMITHY, ("x-amzn-query-error", header)], &texts(&[("__type", "ns#Shape")]));
        (response.code().unwrap().to_owned(), response.shape().map(str::to_owned))
    };
    assert_eq!(read("Public;Sender"), ("Public".into(), Some("Shape".into())));
    assert_eq!(read("Public;Sender;More"), ("Shape".into(), None));
}

#[test]
fn the_message_is_the_first_that_says_something() {
    let message = |entries: &[(&str, &str)]| decode(&texts(entries)).message().map(str::to_owned);
    assert_eq!(message(&[("Message", "b"), ("message", "a")]).as_deref(), Some("a"));
    assert_eq!(message(&[("message", ""), ("Message", "b")]).as_deref(), Some("b"));
    assert_eq!(message(&[("errorMessage", "c")]).as_deref(), Some("c"));
    assert_eq!(message(&[]), None);
    assert_eq!(decode(b"\xa2\x67message\xf6\x67Message\x61b").message(), Some("b"), "null is absent");
}

#[test]
fn of_a_doubled_key_the_last_counts() {
    let response = decode(b"\xa4\x66__type\x61A\x66__type\x61B\x61m\x01\x61m\x02");
    assert_eq!(response.code(), Some("B"));
    assert_eq!(response.member::<u8>("m").unwrap(), Some(2));
    assert_eq!(decode(b"\xa2\x66__type\x61A\x66__type\x01").code(), None);
}

/// RFC 8949 appendix A.
#[test]
fn numbers_of_every_width_are_read() {
    for (bytes, expected) in [
        (&b"\x00"[..], 0),
        (b"\x17", 23),
        (b"\x18\x64", 100),
        (b"\x19\x03\xe8", 1000),
        (b"\x1a\x00\x0f\x42\x40", 1_000_000),
        (b"\x1b\xff\xff\xff\xff\xff\xff\xff\xff", 18_446_744_073_709_551_615),
        (b"\x20", -1),
        (b"\x39\x03\xe7", -1000),
        (b"\x3b\xff\xff\xff\xff\xff\xff\xff\xff", -18_446_744_073_709_551_616),
        (b"\xc2\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00", 18_446_744_073_709_551_616),
        (b"\xc3\x49\x01\x00\x00\x00\x00\x00\x00\x00\x00", -18_446_744_073_709_551_617),
    ] {
        assert_eq!(read::<i128>(bytes), expected, "{bytes:x?}");
    }
    for (bytes, expected) in [
        (&b"\xf9\x00\x00"[..], 0.0),
        (b"\xf9\x3c\x00", 1.0),
        (b"\xf9\x3e\x00", 1.5),
        (b"\xf9\x7b\xff", 65504.0),
        (b"\xf9\x00\x01", 5.960_464_477_539_063e-8),
        (b"\xf9\x03\xff", 6.097_555_160_522_461e-5),
        (b"\xf9\x04\x00", 0.000_061_035_156_25),
        (b"\xf9\xc4\x00", -4.0),
        (b"\xf9\x80\x01", -5.960_464_477_539_063e-8),
        (b"\xf9\x7c\x00", f64::INFINITY),
        (b"\xf9\xfc\x00", f64::NEG_INFINITY),
        (b"\xfa\x47\xc3\x50\x00", 100_000.0),
        (b"\xfb\x3f\xf1\x99\x99\x99\x99\x99\x9a", 1.1),
        (b"\x05", 5.0),
    ] {
        assert_eq!(read::<f64>(bytes).to_bits(), f64::to_bits(expected), "{bytes:x?}");
    }
    assert!(read::<f64>(b"\xf9\x7e\x00").is_nan() && read::<f64>(b"\xf9\xfc\x01").is_nan());
    assert!(read::<f64>(b"\xf9\x80\x00").is_sign_negative());
    assert!(member::<u8>(b"\x19\x01\x00").is_err() && member::<u8>(b"\x20").is_err());
    assert!(member::<u8>(b"\xf9\x3c\x00").is_err(), "a float is no integer");
    let largest = [&b"\xc2\x50"[..], &[0xff; 16]].concat();
    assert_eq!(read::<u128>(&largest), u128::MAX);
    assert!(member::<i128>(&largest).is_err(), "too large for it");
    let huge = [&b"\xc2\x58\x64"[..], &[0xff; 100]].concat();
    assert!(member::<i128>(&huge).is_err(), "a number of 800 bits");
}

#[test]
fn every_kind_of_value_is_read() {
    assert!(read::<bool>(b"\xf5") && !read::<bool>(b"\xf4"));
    assert_eq!(member::<u8>(b"\xf6").unwrap(), None, "null");
    assert_eq!(member::<u8>(b"\xf7").unwrap(), None, "undefined");
    assert!(member::<u8>(b"\xe0").is_err() && member::<u8>(b"\xf8\xff").is_err(), "simple values mean nothing here");
    assert_eq!(read::<String>(b"\x62\xc3\xbc"), "\u{fc}");
    assert_eq!(read::<ByteBuf>(b"\x43\x00\xff\x01"), [0, 0xff, 1]);
    assert_eq!(read::<ByteBuf>(b"\x5f\x42\x00\xff\x41\x01\xff"), [0, 0xff, 1]);
    assert_eq!(read::<ByteBuf>(b"\x64AQID"), [1, 2, 3], "a text that stands for bytes");
    assert_eq!(read::<Vec<u8>>(b"\x83\x01\x02\x03"), [1, 2, 3]);
    assert_eq!(read::<Vec<Vec<u8>>>(b"\x9f\x81\x01\x9f\xff\xff"), [vec![1], vec![]]);
    let map = BTreeMap::from([(1_u8, true)]);
    assert_eq!(read::<BTreeMap<u8, bool>>(b"\xa1\x61\x31\xf5"), map, "a text as the key");
    assert_eq!(read::<BTreeMap<u8, bool>>(b"\xbf\x01\xf5\xff"), map, "a number as the key");
    assert_eq!(read::<u64>(b"\xc1\x1a\x51\x4b\x67\xb0"), 1_363_896_240, "a timestamp");
    assert_eq!(read::<String>(b"\xc0\x64text"), "text", "a tag is read over");
    assert_eq!(read::<String>(b"\xd8\x20\xdb\xff\xff\xff\xff\xff\xff\xff\xff\x64text"), "text", "and so are two");
    assert!(member::<String>(b"\x07").is_err() && member::<u8>(b"\x61\x37").is_err(), "the wire has types");
}

#[test]
fn keys_that_are_no_text_are_read_over() {
    let response = decode(b"\xa4\x01\x02\x81\x03\x04\x66__type\x61X\xf6\xf6");
    assert_eq!(response.code(), Some("X"));
}
