//! What a code means by itself, whatever else a response may say.

#![allow(clippy::duplicated_attributes, reason = "two rules of one class may share a key")]

use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[test]
fn a_prefix_answers_for_a_code_by_itself() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;
    #[derive(Debug, Error, ServiceError)]
    #[error("integrity")]
    #[service_error(parent = Root)]
    #[wire(code = "23*")]
    #[wire(code = "42*", status = 400)]
    struct Integrity;
    #[derive(Debug, Error, ServiceError)]
    #[error("unique")]
    #[service_error(parent = Root, code = "23505")]
    struct Unique;
    let classifier = errtax::Classifier::of::<Root>();
    let by_code = |code| classifier.by_code(code).map(errtax::Taxon::name);
    assert_eq!(by_code("23502"), Some("Integrity"));
    assert_eq!(by_code("23505"), Some("Unique"), "an exact code comes first");
    assert_eq!(by_code("42601"), None, "only with a status");
    assert_eq!(by_code("02305"), None, "a prefix stands at the beginning");
    assert_eq!(classifier.taxon(&ErrorResponse::new().with_code("02305")).name(), "Root");
}

#[test]
fn a_code_by_itself_means_the_class_that_asks_for_nothing_else() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;
    #[derive(Debug, Error, ServiceError)]
    #[error("plain")]
    #[service_error(parent = Root, code = "Busy")]
    struct Plain;
    #[derive(Debug, Error, ServiceError)]
    #[error("narrow")]
    #[service_error(parent = Root)]
    #[wire(code = "Busy", operation = "Op")]
    #[wire(code = "Busy", status = 503)]
    #[wire(code = "Busy", message_prefix = "very")]
    #[wire(code = "Busy", transport)]
    #[wire(code = "Rare", operation = "Op")]
    struct Narrow;
    let by_code = |code| errtax::Classifier::of::<Root>().by_code(code).map(errtax::Taxon::name);
    assert_eq!(by_code("Busy"), Some("Plain"));
    assert_eq!(by_code("Rare"), Some("Narrow"), "who else");
}
