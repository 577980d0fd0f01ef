//! Any bytes are an answer: no panic, and an error that keeps status, headers and body.

use std::time::Instant;

use errtax::wire::aws_json;
use errtax::{Classifier, ErrorResponse, ServiceError, Unclassified};
use serde::Deserialize;
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
    reason: Option<Reason>,
}

#[derive(Debug, Deserialize)]
enum Reason {
    Traffic,
}

const HEADERS: [(&str, &str); 2] = [("x-amzn-requestid", "R-1"), ("content-type", "application/json")];

/// Decodes, and checks what must hold for any body.
fn decode(body: &[u8]) -> ErrorResponse {
    let response = aws_json::decode(503, HEADERS, body);
    assert_eq!(response.status(), Some(503));
    assert_eq!(response.request_id(), Some("R-1"));
    assert_eq!(response.header("Content-Type"), Some("application/json"));
    let kept = &body[..body.len().min(64 * 1024)];
    assert_eq!(response.body(), Some(kept).filter(|kept| !kept.is_empty()));

    let error = errtax::classify::<Root>(response.clone());
    assert!(error.is_a::<Root>());
    assert_eq!(error.status(), Some(503));
    assert_eq!(error.response().unwrap().body(), response.body());
    let mut lines = vec![format!("{error:?}"), format!("{response:?}")];
    lines.extend(std::error::Error::source(&error).map(ToString::to_string));
    for line in lines {
        assert!(line.len() < 8_000 && !line.chars().any(char::is_control), "{line}");
    }
    assert!(!Classifier::of::<Root>().explain(&response).to_string().contains('\r'));
    response
}

#[test]
fn bodies_that_are_no_object_leave_code_and_message_empty() {
    for body in [
        "",
        " ",
        "<html><body>503 Service Temporarily Unavailable</body></html>",
        "[]",
        r#"["__type", "Late"]"#,
        r#""Late""#,
        "17",
        "null",
        "true",
        "{",
        r#"{"__type""#,
        r#"{"__type": "#,
        r#"{"__type": "La"#,
        r#"{"__type": 17}"#,
        r#"{"__type": null, "message": null}"#,
        r#"{"__type": {"__type": "Late"}, "message": ["Late"]}"#,
        r#"{"nested": {"__type": "Late", "message": "no"}}"#,
        r##"{"__type": "", "code": "#:Late"}"##,
        "\u{feff}",
    ] {
        let response = decode(body.as_bytes());
        assert_eq!((response.code(), response.message()), (None, None), "{body}");
        assert_eq!(response.to_string(), "503 Service Unavailable");
    }
}

#[test]
fn what_stands_before_a_cut_is_read() {
    let response = decode(br#"{"message": "hello", "__type": "ns#Late", "seconds": 7, "rest": [1, 2"#);
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("hello")));
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
    assert!(response.member::<u64>("minutes").is_err(), "nobody knows what was cut off");
}

#[test]
fn a_query_error_has_exactly_two_parts_and_a_code() {
    let code = |header| {
        let response = aws_json::decode(400, [("x-amzn-query-error", header)], br#"{"__type": "Shape"}"#);
        (response.code().map(str::to_owned), response.shape().map(str::to_owned))
    };
    assert_eq!(code("Public;Sender"), (Some("Public".into()), Some("Shape".into())));
    assert_eq!(code("Public;"), (Some("Public".into()), Some("Shape".into())));
    for malformed in ["Public;Sender;More", "Public", ";Sender", " ;Sender", ";", ""] {
        assert_eq!(code(malformed), (Some("Shape".into()), None), "{malformed}");
    }
    assert_eq!(code("Shape;Sender"), (Some("Shape".into()), None), "both say the same");
}

#[test]
fn null_counts_as_absent() {
    let response = decode(br#"{"message": null, "Message": "second", "__type": "Late", "seconds": null}"#);
    assert_eq!(response.message(), Some("second"));
    let empty = decode(br#"{"message": "", "Message": "second"}"#);
    assert_eq!(empty.message(), Some("second"), "and so does an empty message, while there is another");
    let empty = decode(br#"{"message": "", "__type": "New"}"#);
    assert_eq!((empty.message(), empty.to_string()), (Some(""), "New".into()));
    assert_eq!(response.member::<u64>("seconds").unwrap(), None);
}

#[test]
fn of_a_doubled_key_the_last_counts_and_of_a_doubled_header_the_first() {
    let response = decode(br#"{"__type": "A", "__type": "B", "seconds": 1, "seconds": 2}"#);
    assert_eq!(response.code(), Some("B"));
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(2));
    let response = decode(br#"{"seconds": 1, "seconds": 2"#);
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(2));
    assert!(decode(br#"{"seconds": 1, "seconds": "#).member::<u64>("seconds").is_err(), "the last is cut off");
    let response = aws_json::decode(400, [("X-Amzn-ErrorType", "A"), ("x-amzn-errortype", "B")], b"");
    assert_eq!(response.code(), Some("A"));
}

#[test]
fn a_huge_body_is_read_and_kept_in_part() {
    let body = format!(r#"{{"seconds": 7, "padding": "{}", "__type": "Late"}}"#, "x".repeat(10 * 1024 * 1024));
    let response = decode(body.as_bytes());
    assert_eq!(response.code(), Some("Late"), "code and message are read before anything is cut");
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7), "it stands in the part that is kept");
    let error = response.member::<String>("padding").unwrap_err();
    assert_eq!(error.to_string(), "member `padding`: the body was larger than 1 MiB, and was cut before it");
}

#[test]
fn a_document_of_up_to_a_mebibyte_gives_all_its_members() {
    let body = format!(r#"{{"__type": "Late", "padding": "{}", "seconds": 7}}"#, "x".repeat(900 * 1024));
    let error = errtax::classify::<Root>(decode(body.as_bytes()));
    assert_eq!(error.downcast_ref::<Late>().unwrap().seconds, Some(7));
}

#[test]
fn a_huge_message_is_capped_between_characters() {
    let body = format!(r#"{{"__type": "Late", "message": "a{}"}}"#, "é".repeat(100 * 1024));
    let message = decode(body.as_bytes()).message().unwrap().len();
    assert_eq!(message, 64 * 1024 - 1);
}

#[test]
fn nesting_costs_neither_stack_nor_time() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        for depth in [100, 100_000] {
            let nested = open.repeat(depth) + "1" + &close.repeat(depth);
            let begun = Instant::now();
            decode(nested.as_bytes());
            let inside = format!(r#"{{"seconds": {nested}, "__type": "Late"}}"#);
            let response = decode(inside.as_bytes());
            assert_eq!(response.code(), Some("Late"));
            let error = errtax::classify::<Root>(response);
            assert!(error.is_a::<Late>() && error.downcast_ref::<Unclassified>().is_some());
            assert!(begun.elapsed().as_secs() < 5, "{depth} took {:?}", begun.elapsed());
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_kept() {
    decode(b"\xff\xfe\x00{\"__type\": \"Late\"}");
    let response = decode(b"{\"message\": \"caf\xe9\", \"__type\": \"Late\", \"seconds\": 7}");
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("caf\u{fffd}")));
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
    assert!(response.member::<String>("message").is_err());
    let response = decode(br#"{"message": "half \ud800 a pair", "__type": "Late"}"#);
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("half \u{fffd}\u{fffd}\u{fffd} a pair")));
    let response = decode(b"\xef\xbb\xbf{\"__type\": \"Late\", \"seconds\": 7}");
    assert_eq!((response.code(), response.member::<u64>("seconds").unwrap()), (Some("Late"), Some(7)));
    let response = aws_json::decode(400, [("x-note", b"caf\xe9")], b"");
    assert_eq!(response.header("x-note"), Some("caf\u{fffd}"));
}

#[test]
fn every_prefix_of_an_answer_is_an_answer() {
    let body = br#"{"__type":"a#Late:b","message":"h\u00e9llo","seconds":-1.5e3,"n":[{"x":null},true,"\ud800"]}"#;
    for end in 0..=body.len() {
        decode(&body[..end]);
    }
}

#[test]
fn a_byte_changed_anywhere_is_an_answer() {
    let body = br#"{"__type":"a#Late:b","message":"hello","seconds":7,"reason":"Traffic"}"#;
    for place in 0..body.len() {
        for byte in 0..=255 {
            let mut body = *body;
            body[place] = byte;
            let response = decode(&body);
            let shown = errtax::classify::<Root>(response).to_string();
            assert!(!shown.is_empty() && !shown.chars().any(char::is_control), "{shown}");
        }
    }
}

#[test]
fn control_characters_never_reach_a_log_line() {
    let response = decode(br#"{"__type": "Bad\r\nCode", "message": "one\ntwo\u0000\u001b[31m\u2028three"}"#);
    assert_eq!(response.message(), Some("one\ntwo\0\u{1b}[31m\u{2028}three"), "as it was sent");
    assert_eq!(response.to_string(), r"one\ntwo\u{0}\u{1b}[31m\u{2028}three", "on one line");
    let error = errtax::classify::<Root>(response);
    assert_eq!(error.to_string(), r"unclassified Root: Bad\r\nCode: one\ntwo\u{0}\u{1b}[31m\u{2028}three");
}

#[test]
fn headers_are_capped_together() {
    let long = "é".repeat(20 * 1024);
    let response = aws_json::decode(400, [("a", &*long), ("b", &*long), ("c", "short"), ("b", "again")], b"");
    assert_eq!(response.header("a").map(str::len), Some(long.len()));
    assert_eq!(response.header("b").map(str::len), Some(24 * 1024 - 2), "cut between two characters");
    assert_eq!(response.header("c"), None);
}

#[test]
fn what_decoders_read_is_kept_whatever_comes_before_it() {
    let flood = (0..10_000).map(|n| (format!("x-flood-{n}"), "x".repeat(100)));
    let read = [("X-Amzn-ErrorType", "Late"), ("x-amzn-requestid", "R-1"), ("Retry-After", "2"), ("Retry-After", "3")];
    let read = read.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let response = aws_json::decode(400, flood.chain(read), b"");
    assert_eq!((response.code(), response.request_id()), (Some("Late"), Some("R-1")));
    assert_eq!(response.retry_after().map(|after| after.as_secs()), Some(2));
    assert!(format!("{response:?}").len() < 20_000);
}

#[test]
fn a_problem_with_a_member_is_told_on_one_bounded_line() {
    let forged = format!(r#"{{"__type": "Late", "reason": "a\nFORGED \u001b[31m{}"}}"#, "x".repeat(900 * 1024));
    let error = errtax::classify::<Root>(decode(forged.as_bytes()));
    let why = std::error::Error::source(&error).unwrap().to_string();
    assert!(why.starts_with(r"member `reason`: unknown variant `a\nFORGED \u{1b}[31mxxx"), "{why}");
    assert!(why.len() < 700, "{}", why.len());
}

#[test]
fn a_variant_is_known_by_its_name_alone() {
    for body in [r#"{"__type": "Late", "reason": 0}"#, r#"{"__type": "Late", "reason": {"0": null}}"#] {
        let error = errtax::classify::<Root>(decode(body.as_bytes()));
        assert!(error.downcast_ref::<Unclassified>().is_some(), "{body}");
    }
    let fine = errtax::classify::<Root>(decode(br#"{"__type": "Late", "reason": "Traffic"}"#));
    assert!(matches!(fine.downcast_ref::<Late>().unwrap().reason, Some(Reason::Traffic)));
}
