//! What is rendered, as readers that are not ours read it.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::DecodePaddingMode::Indifferent;
use base64::engine::general_purpose::{GeneralPurpose, PAD, STANDARD_NO_PAD};
use errtax::wire::{Answer, Request, grpc};
use prost::Message;
use prost_types::Any;

use crate::anything::Anything;
use crate::exercise;
use crate::wire::{WIRES, Wire};

/// Renders the error for every wire, has another reader read it, and our own decoder what it makes of it.
pub fn check_rendered(error: &Anything) {
    let mut request = Request::new();
    if let Some(id) = &error.request_id {
        request = request.with_id(id);
    }
    if let Some(uri) = &error.instance {
        request = request.with_instance(uri);
    }
    for wire in WIRES {
        let answer = wire.encode(error, request);
        headers(&answer);
        match wire {
            Wire::Problem => assert_eq!(json(&answer)["status"], answer.status()),
            Wire::AwsJson => drop(json(&answer)),
            Wire::AwsXml => xml(&answer),
            Wire::Grpc => status(&answer),
            Wire::Resp => line(&answer),
        }
        exercise(&wire.decode(&answer), &["message", "slot"]);
    }
}

/// RFC 9110 §5.5 and §5.6.2.
fn headers(answer: &Answer) {
    assert!(matches!(answer.status(), 200 | 400..=599));
    for (name, value) in answer.headers() {
        assert!(
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_graphic() && !b"(),/:;<=>?@[\\]{}\"".contains(&byte))
        );
        assert!(!value.contains(|char: char| char.is_control()), "{name}: {value:?}");
    }
}

fn json(answer: &Answer) -> serde_json::Map<String, serde_json::Value> {
    serde_json::from_slice(answer.body()).unwrap_or_else(|why| panic!("{why}: {}", answer.body().escape_ascii()))
}

fn xml(answer: &Answer) {
    let document = str::from_utf8(answer.body()).unwrap();
    let tree = roxmltree::Document::parse(document).unwrap_or_else(|why| panic!("{why}: {document:?}"));
    assert_eq!(tree.root_element().tag_name().name(), "ErrorResponse");
    let errors = tree.root_element().children().filter(|child| child.has_tag_name("Error"));
    assert_eq!(errors.count(), 1);
}

fn line(answer: &Answer) {
    let line = answer.body().strip_prefix(b"-").and_then(|line| line.strip_suffix(b"\r\n")).unwrap();
    assert!(!line.iter().any(|byte| matches!(byte, b'\r' | b'\n')));
    assert!(line.contains(&b' '));
}

/// `google.rpc.Status`
#[derive(Clone, PartialEq, Message)]
struct Status {
    #[prost(int32, tag = "1")]
    code: i32,
    #[prost(string, tag = "2")]
    message: String,
    #[prost(message, repeated, tag = "3")]
    details: Vec<Any>,
}

/// `google.rpc.ErrorInfo`
#[derive(Clone, PartialEq, Message)]
struct ErrorInfo {
    #[prost(string, tag = "1")]
    reason: String,
    #[prost(string, tag = "2")]
    domain: String,
    #[prost(map = "string, string", tag = "3")]
    metadata: std::collections::HashMap<String, String>,
}

#[derive(Clone, PartialEq, Message)]
struct RetryInfo {
    #[prost(message, optional, tag = "1")]
    delay: Option<prost_types::Duration>,
}

/// gRPC over HTTP/2, "Custom-Metadata" and "Responses"; RFC 9113 §8.2.2.
fn metadata(answer: &Answer) {
    // As HTTP/2 counts it (RFC 9113 §6.5.2).
    let size: usize = answer.headers().map(|(name, value)| name.len() + value.len() + 32).sum();
    assert!(size <= 8 * 1024, "{size}");
    for (name, value) in answer.headers() {
        let name = name.to_ascii_lowercase();
        assert!(name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'_' | b'-' | b'.')), "{name}");
        assert!(
            !["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"].contains(&&*name)
        );
        assert!(value.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{name}: {value:?}");
        assert!(!name.ends_with("-bin") || ANY_PAD.decode(value).is_ok(), "{name}: {value:?}");
    }
}

/// `google/rpc/error_details.proto`: `[A-Z][A-Z0-9_]+[A-Z0-9]`, at most 63 characters; absent where there is none.
fn reason(reason: &str) {
    let is_end = |char: char| char.is_ascii_uppercase() || char.is_ascii_digit();
    let is_reason = reason.starts_with(|char: char| char.is_ascii_uppercase())
        && reason.ends_with(is_end)
        && reason.chars().all(|char| is_end(char) || char == '_')
        && (3..=63).contains(&reason.len());
    assert!(reason.is_empty() || is_reason, "{reason:?}");
}

/// base64 as metadata have it: padded or not.
const ANY_PAD: GeneralPurpose =
    GeneralPurpose::new(&STANDARD, PAD.with_decode_padding_mode(Indifferent).with_decode_allow_trailing_bits(true));

fn status(answer: &Answer) {
    metadata(answer);
    let code: u32 = answer.header("grpc-status").unwrap().parse().unwrap();
    assert!(grpc::Code::from_number(code).is_some_and(|code| code != grpc::Code::Ok));
    let message = answer.header("grpc-message").unwrap();
    assert!(message.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{message:?}");
    let Some(details) = answer.header("grpc-status-details-bin") else { return };
    let status = Status::decode(&*STANDARD_NO_PAD.decode(details).unwrap()).unwrap();
    assert_eq!(u32::try_from(status.code), Ok(code));
    assert!(!status.details.is_empty());
    for detail in status.details {
        match detail.type_url.strip_prefix("type.googleapis.com/google.rpc.").unwrap() {
            "ErrorInfo" => reason(&ErrorInfo::decode(&*detail.value).unwrap().reason),
            "RetryInfo" => {
                let delay = RetryInfo::decode(&*detail.value).unwrap().delay.unwrap();
                assert!((0..=315_576_000_000).contains(&delay.seconds) && (0..1_000_000_000).contains(&delay.nanos));
            }
            "RequestInfo" => assert!(!detail.value.is_empty()),
            other => panic!("{other}"),
        }
    }
}
