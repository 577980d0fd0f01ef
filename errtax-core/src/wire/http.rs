//! What the answers over HTTP have in common.

use alloc::string::ToString;

use super::answer::Answer;
use crate::render::Rendered;

/// What says how long a message is, or belongs to one connection: no member is ever bound to these (RFC 9110 §7.6.1).
const FRAMING: [&str; 7] =
    ["connection", "content-encoding", "content-length", "keep-alive", "te", "transfer-encoding", "upgrade"];

/// Status, the members that are bound to headers, and the delay: what the wire itself writes comes after, and wins.
pub(super) fn answer(rendered: &Rendered<'_>) -> Answer {
    let mut answer = Answer::new(rendered.status);
    for (name, value) in rendered.members.in_headers() {
        if let Some(value) = value.as_text().filter(|_| !FRAMING.iter().any(|each| each.eq_ignore_ascii_case(name))) {
            answer = answer.with_header(name, &value);
        }
    }
    match rendered.seconds() {
        Some(seconds) => answer.with_header("retry-after", &seconds.to_string()),
        None => answer,
    }
}
