//! What every target does with a response, once its decoder has made one: everything that a user can ask of it.

#![forbid(unsafe_code)]

mod answer;
mod classes;
mod members;

use std::error::Error;

use errtax::{Classifier, ErrorResponse};

pub use self::answer::Answer;
use self::classes::Root;

/// Reads members of that name and of every kind, classifies, explains, and prints; checks what must hold for any bytes.
pub fn exercise(response: &ErrorResponse, members: &[&str]) {
    for name in members {
        members::read(response, name);
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

/// What was received can forge no line of a log.
fn one_line(text: &str) {
    assert!(!text.chars().any(|char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}')), "{text:?}");
}
