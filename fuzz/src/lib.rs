//! What every target does with a response, once its decoder has made one: everything that a user can ask of it.

#![forbid(unsafe_code)]

mod answer;
mod anything;
mod both_ways;
mod classes;
mod members;
mod others;

// The errors whose way there and back `tests/both_ways` tries: they are random there, and libFuzzer's choice here.
// The files name each other from the root of their crate.
#[path = "../../tests/both_ways"]
#[allow(dead_code, reason = "the tests use more of it")]
mod shared {
    pub(crate) mod member;
    pub(crate) mod part;
    pub(crate) mod shop;
    pub(crate) mod wide;
    pub(crate) mod wire;
}
use shared::{member, part, shop, wide, wire};

use std::error::Error;

use errtax::{Classifier, ErrorResponse};

pub use self::answer::Answer;
pub use self::anything::Anything;
pub use self::both_ways::both_ways;
use self::classes::Root;
pub use self::others::check_rendered;

/// Reads each of these members as some kind of type, classifies, explains, and prints; checks what must hold for any
/// bytes.
pub fn exercise(response: &ErrorResponse, members: &[&str]) {
    let turn = turn(response.body().unwrap_or_default());
    for (place, name) in members.iter().enumerate() {
        members::read(response, name, turn + place);
    }
    one_line(&response.to_string());
    one_line(&format!("{response:?}"));
    let _ = (response.retry_after(), response.body(), response.transport());

    let classifier = Classifier::of::<Root>();
    let _ = classifier.explain(response).to_string();
    let error = classifier.classify(response.clone());
    assert!(error.is_a::<Root>());
    assert_eq!(error.taxon(), classifier.taxon(response));
    assert_eq!(error.response().and_then(ErrorResponse::body), response.body());
    assert_eq!(error.status(), response.status().or(error.taxon().status()));
    let _ = (error.code(), error.message(), error.request_id(), error.fault(), error.retry_advice());
    one_line(&error.to_string());
    one_line(&format!("{error:?}"));
    one_line(&errtax::report(&error).to_string());
    if let Some(source) = error.source() {
        one_line(&source.to_string());
    }
}

/// A number that the bytes decide, and every change of them changes (FNV-1a): whose turn it is in a run, where to try all
/// would be slow.
pub fn turn(bytes: &[u8]) -> usize {
    bytes.iter().fold(0x811c_9dc5_usize, |hash, byte| (hash ^ usize::from(*byte)).wrapping_mul(0x0100_0193)) >> 8
        & 0xffff
}

/// What was received can forge no line of a log.
fn one_line(text: &str) {
    assert!(!text.chars().any(|char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}')), "{text:?}");
}
