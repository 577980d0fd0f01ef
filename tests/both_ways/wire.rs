//! The wires that go both ways, and what each makes of a text, a delay and an id.

use std::time::Duration;

use errtax::wire::{Answer, Request, aws_json, aws_xml, grpc, problem, resp};
use errtax::{ErrorResponse, ServiceError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wire {
    Problem,
    AwsJson,
    AwsXml,
    Grpc,
    Resp,
}

pub(crate) const WIRES: [Wire; 5] = [Wire::Problem, Wire::AwsJson, Wire::AwsXml, Wire::Grpc, Wire::Resp];

impl Wire {
    pub(crate) fn encode(self, error: &dyn ServiceError, request: Request<'_>) -> Answer {
        match self {
            Self::Problem => problem::encode_for(error, request),
            Self::AwsJson => aws_json::encode_for(error, request),
            Self::AwsXml => aws_xml::encode_for(error, request),
            Self::Grpc => grpc::encode_for(error, request),
            Self::Resp => resp::encode_for(error, request),
        }
    }

    pub(crate) fn decode(self, answer: &Answer) -> ErrorResponse {
        self.decode_parts(answer.status(), answer, answer.body())
    }

    /// The same with another status, and another body.
    pub(crate) fn decode_parts(self, status: u16, answer: &Answer, body: &[u8]) -> ErrorResponse {
        match self {
            Self::Problem => problem::decode(status, answer.headers(), body),
            Self::AwsJson => aws_json::decode(status, answer.headers(), body),
            Self::AwsXml => aws_xml::decode(status, answer.headers(), body),
            Self::Grpc => grpc::decode(status, answer.headers(), body),
            Self::Resp => resp::decode(body),
        }
    }

    /// Whether a number says of itself that it is one: then one of more than 64 bits is a floating-point number.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Self::Problem | Self::AwsJson)
    }

    /// What arrives of a member that is a text.
    pub(crate) fn text(self, text: &str) -> String {
        if self == Self::AwsXml { text.chars().map(in_xml).collect() } else { text.to_owned() }
    }

    /// What arrives of the text of an error that is `titled` so, where nothing else is said.
    pub(crate) fn message(self, text: &str, title: &str) -> Option<String> {
        match self {
            Self::Problem if text.is_empty() => Some(title.to_owned()),
            Self::Grpc | Self::Resp if text.is_empty() => None,
            Self::Resp => Some(text.chars().map(in_line).collect()),
            _ => Some(self.text(text)),
        }
    }

    /// What arrives of a text in a header: gRPC's are ASCII.
    pub(crate) fn header(self, text: &str) -> Option<String> {
        let sent = in_header(text);
        (self != Self::Grpc || sent.bytes().all(|byte| matches!(byte, b' '..=b'~'))).then_some(sent)
    }

    pub(crate) fn request_id(self, id: &str) -> Option<String> {
        let in_body = self.text(id).trim().to_owned();
        match self {
            Self::Problem | Self::AwsJson => Some(in_header(id)),
            Self::AwsXml if in_body.is_empty() => Some(in_header(id)),
            Self::AwsXml => Some(in_body),
            Self::Grpc => Some(id.to_owned()).filter(|id| !id.is_empty()),
            Self::Resp => None,
        }
    }

    /// HTTP counts whole seconds; a `google.protobuf.Duration` ends after about 10,000 years.
    pub(crate) fn delay(self, delay: Duration) -> Option<Duration> {
        let seconds = delay.as_secs();
        match self {
            Self::Grpc => Some(Duration::new(seconds.min(315_576_000_000), delay.subsec_nanos())),
            Self::Resp => None,
            _ => Some(Duration::from_secs(seconds.saturating_add(u64::from(delay.subsec_nanos() > 0)))),
        }
    }

    /// gRPC has a code where HTTP has a status: one of the code's statuses arrives. Redis has neither.
    pub(crate) fn status(self, status: u16) -> Option<u16> {
        match (self, status) {
            (Self::Grpc, 502) => Some(503),
            (Self::Grpc, 422) => Some(400),
            (Self::Resp, _) => None,
            _ => Some(status),
        }
    }
}

/// What is written of a text into a header: control characters are spaces.
fn in_header(text: &str) -> String {
    text.chars().map(|char| if is_control(char) { ' ' } else { char }).collect()
}

/// XML 1.0, §2.2: `Char`.
pub(crate) fn in_xml(char: char) -> char {
    match char {
        '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}' => char,
        _ => '\u{fffd}',
    }
}

/// What stands on a line of Redis instead of a character.
fn in_line(char: char) -> String {
    if is_control(char) { char.escape_default().to_string() } else { char.to_string() }
}

fn is_control(char: char) -> bool {
    char.is_control() || matches!(char, '\u{2028}' | '\u{2029}')
}
