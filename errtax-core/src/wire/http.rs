//! What the answers over HTTP have in common.

use alloc::string::ToString;

use super::answer::Answer;
use super::bound;
use crate::render::Rendered;

/// Status, the members that are bound to headers, and the delay: what the wire itself writes comes after, and wins.
pub(super) fn answer(rendered: &Rendered<'_>) -> Answer {
    let mut answer = Answer::new(rendered.status);
    for (name, value) in bound::headers(rendered) {
        answer = answer.with_header(name, &value);
    }
    match rendered.seconds() {
        Some(seconds) => answer.with_header("retry-after", &seconds.to_string()),
        None => answer,
    }
}
