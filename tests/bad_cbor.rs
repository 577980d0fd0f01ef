//! Any bytes are an answer of a CBOR service: no panic, no allocation ahead of the bytes, and an error that keeps all.

use std::time::Instant;

use errtax::wire::aws_cbor;
use errtax::{Classifier, ErrorResponse, ServiceError, Unclassified};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root: {response}")]
struct Root {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("late by {seconds:?}")]
#[service_error(parent = Root, code = "Late")]
struct Late {
    #[wire(member)]
    seconds: Option<u64>,
    #[wire(member)]
    list: Option<Vec<u64>>,
}

const HEADERS: [(&str, &str); 2] = [("x-amzn-requestid", "R-1"), ("smithy-protocol", "rpc-v2-cbor")];

/// `{"__type": "Late"` and nothing more, of a map that goes on.
const OPEN: &[u8] = b"\xbf\x66__type\x64Late";

/// Decodes, and checks what must hold for any body.
fn decode(body: &[u8]) -> ErrorResponse {
    let response = aws_cbor::decode(503, HEADERS, body);
    assert_eq!((response.status(), response.request_id()), (Some(503), Some("R-1")));
    let kept = &body[..body.len().min(64 * 1024)];
    assert_eq!(response.body(), Some(kept).filter(|kept| !kept.is_empty()));

    let error = errtax::classify::<Root>(response.clone());
    assert!(error.is_a::<Root>());
    let mut lines = vec![format!("{error:?}"), format!("{response:?}"), error.to_string()];
    lines.extend(std::error::Error::source(&error).map(ToString::to_string));
    for line in lines {
        assert!(line.len() < 8_000 && !line.chars().any(char::is_control), "{line}");
    }
    assert!(!Classifier::of::<Root>().explain(&response).to_string().contains('\r'));
    response
}

/// What the member `list` of a late answer is found to be.
fn list(value: &[u8]) -> Result<Option<Vec<u64>>, String> {
    let response = decode(&[OPEN, b"\x64list", value].concat());
    assert_eq!(response.code(), Some("Late"), "it stands before");
    let error = errtax::classify::<Root>(response.clone());
    assert!(error.is_a::<Late>());
    let list = response.member("list").map_err(|error| error.to_string());
    assert_eq!(list.is_err(), error.downcast_ref::<Unclassified>().is_some());
    list
}

#[test]
fn bodies_that_are_no_map_leave_code_and_message_empty() {
    for body in [
        &b""[..],
        b" ",
        b"\xa0",
        b"\xbf",
        b"\xff",
        b"\x80",
        b"\x00",
        b"\x64Late",
        b"\x82\x66__type\x64Late",
        b"\xa1\x66__type",
        b"\xa1\x66__type\x64Lat",
        b"\xa1\x66__type\x7f\x64Late",
        b"\xa1\x66__type\x44Late",
        b"\xa1\x46__type\x64Late",
        b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x1f",
        b"\xfc",
        b"{\"__type\": \"Late\"}",
        b"<Error><Code>Late</Code></Error>",
        b"<html><body>503</body></html>",
    ] {
        let response = decode(body);
        assert_eq!((response.code(), response.message()), (None, None), "{body:x?}");
        assert_eq!(response.to_string(), "503 Service Unavailable");
    }
}

#[test]
fn a_length_is_believed_only_as_far_as_the_document_goes() {
    for (value, what) in [
        (&b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff"[..], "a list of 2^64 - 1"),
        (b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff\x01\x02", "a list of 2^63 - 1"),
        (b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff", "a map of as many"),
        (b"\x5b\xff\xff\xff\xff\xff\xff\xff\xff", "bytes"),
        (b"\x7b\xff\xff\xff\xff\xff\xff\xff\xffabc", "a text"),
        (b"\x5f\x5b\xff\xff\xff\xff\xff\xff\xff\xff", "bytes in pieces"),
        (b"\xc2\x5b\xff\xff\xff\xff\xff\xff\xff\xff", "a number"),
        (b"\x9f\x01\x02", "a list without an end"),
        (b"\x5f\x01\xff", "bytes made of a number"),
        (b"\x9c", "a length that is reserved"),
        (b"\xf9\x3c", "half of a half"),
        (b"", "nothing"),
    ] {
        assert!(list(value).is_err(), "{what}");
    }
    assert_eq!(list(b"\x9f\x01\x02\xff\xff").unwrap(), Some(vec![1, 2]));
    let skipped = decode(b"\xbf\x61x\x9b\xff\xff\xff\xff\xff\xff\xff\xff\x66__type\x64Late\xff");
    assert_eq!(skipped.code(), None, "what is inside the list is none of the map");
}

#[test]
fn what_stands_before_a_cut_is_read() {
    let response = decode(b"\xa4\x67message\x65hello\x66__type\x67ns#Late\x67seconds\x07\x64rest\x82\x01");
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("hello")));
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
    assert!(response.member::<u64>("minutes").is_err(), "nobody knows what was cut off");
}

#[test]
fn nesting_costs_neither_stack_nor_time() {
    let nests: [(&[u8], &[u8]); 6] = [
        (b"\x81", b""),
        (b"\x9f", b"\xff"),
        (b"\xa1\x61a", b""),
        (b"\xbf\x61a", b"\xff"),
        (b"\xc1", b""),
        (b"\xa1", b"\x01"),
    ];
    for (open, close) in nests {
        for depth in [100, 100_000] {
            let begun = Instant::now();
            let nested = [&open.repeat(depth)[..], b"\x01", &close.repeat(depth)].concat();
            decode(&nested);
            decode(&open.repeat(depth));
            let found = list(&nested);
            assert!(found.is_err(), "{open:x?}");
            let before = decode(&[b"\xa2\x61x", &nested[..], b"\x66__type\x64Late"].concat());
            assert_eq!(before.code(), Some("Late"), "{open:x?}");
            assert!(begun.elapsed().as_secs() < 20, "{depth} took {:?}", begun.elapsed());
        }
    }
    // What is still open is counted, and the count has an end.
    let open = b"\x9f".repeat(300_000);
    let around = decode(&[b"\xa3\x66__type\x64Late\x61x", &open[..], b"\x67message\x62no"].concat());
    assert_eq!((around.code(), around.message()), (Some("Late"), None));
    // A list of lists, each with an end of its own, inside lists that have none.
    let after = decode(b"\xa2\x61x\x82\x9f\x82\x01\x9f\xff\xff\x01\x66__type\x64Late");
    assert_eq!(after.code(), Some("Late"));
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    let response = decode(b"\xa3\x67message\x64caf\xe9\x66__type\x64Late\x67seconds\x07");
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("caf\u{fffd}")));
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
    assert_eq!(response.member::<String>("message").unwrap().as_deref(), Some("caf\u{fffd}"));
    let long = [b"\x78\x20".to_vec(), vec![b'a'; 31], b"\xff".to_vec()].concat();
    for skipped in [
        &b"\x61\xff"[..],
        b"\x7f\x61\xff\x62ok\xff",
        b"\x9f\x61\xff\x82\x9f\x61\xfe\xff\x01\xff",
        b"\xa1\x61\xff\xbf\x61\xff\x61\xfe\xff",
        b"\xc1\x61\xff",
        b"\x79\x00\x01\xff",
        &long,
    ] {
        let body = [b"\xa4\x61\xfe", skipped, b"\x61x", skipped, b"\x66__type\x64Late\x67seconds\x07"].concat();
        let response = decode(&body);
        assert_eq!(response.code(), Some("Late"), "{skipped:x?}");
        assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7), "{skipped:x?}");
    }
    let response = decode(b"\xa2\x61m\x7f\x62a\xff\x61b\xff\x66__type\x64Late");
    assert_eq!(response.member::<String>("m").unwrap().as_deref(), Some("a\u{fffd}b"));
    assert_eq!(decode(b"\xa1\x66__type\x64Lat\xff").code(), Some("Lat\u{fffd}"));
}

#[test]
fn a_huge_body_is_read_and_kept_in_part() {
    let mut body = b"\xa3\x67seconds\x07\x67padding\x5a\x00\xa0\x00\x00".to_vec();
    body.resize(body.len() + 10 * 1024 * 1024, b'x');
    body.extend_from_slice(b"\x66__type\x64Late");
    let response = decode(&body);
    assert_eq!(response.code(), Some("Late"), "code and message are read before anything is cut");
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7), "it stands in the part that is kept");
    let error = response.member::<String>("padding").unwrap_err();
    assert_eq!(error.to_string(), "member `padding`: the body was larger than 1 MiB, and was cut before it");
}

const ANSWER: &[u8] =
    b"\xbf\x66__type\x69a#Late:bc\x67message\x7f\x62h\xc3\xbc\x61x\xff\x67seconds\x1a\x00\x00\x00\x07\
    \x64list\x9f\x18\x2a\xff\x61t\xc1\xfb\x41\xd4\x52\xd9\xec\x20\x00\x00\x61h\xf9\x3c\x00\x61b\x5f\x41\x01\xff\
    \x61m\xa2\x01\xf6\x20\xf7\xff";

#[test]
fn every_prefix_of_an_answer_is_an_answer() {
    for end in 0..=ANSWER.len() {
        decode(&ANSWER[..end]);
        decode(&ANSWER[end..]);
    }
}

#[test]
fn a_byte_changed_anywhere_is_an_answer() {
    for place in 0..ANSWER.len() {
        for byte in 0..=255 {
            let mut body = ANSWER.to_vec();
            body[place] = byte;
            let response = aws_cbor::decode(503, HEADERS, &body);
            let shown = errtax::classify::<Root>(response.clone()).to_string();
            assert!(!shown.is_empty() && !shown.chars().any(char::is_control), "{shown}");
            for name in ["message", "seconds", "list", "t", "h", "b", "m"] {
                let _ = response.member::<serde_json::Value>(name);
            }
        }
    }
}

#[test]
fn control_characters_never_reach_a_log_line() {
    let response = decode(b"\xa2\x66__type\x66Bad\r\nC\x67message\x67one\ntwo");
    let error = errtax::classify::<Root>(response);
    assert_eq!(error.to_string(), r"unclassified Root: Bad\r\nC: one\ntwo");
}
