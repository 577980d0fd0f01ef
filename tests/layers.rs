//! Of two rules that both hold, the earlier layer decides.

#![allow(clippy::duplicated_attributes, reason = "two rules of one class may share a key")]

use errtax::{ErrorResponse, ServiceError, Transport};
use thiserror::Error;

/// A response that every rule below claims.
fn response() -> ErrorResponse {
    ErrorResponse::new()
        .with_code("ABCDEF")
        .with_service("s")
        .with_operation("Op")
        .with_message("Some long message")
        .with_status(503)
        .with_transport(Transport::Timeout)
}

/// For each pair of the layers, in their order: a tree of a root and two classes, of which the first is to win.
macro_rules! layers {
    (@pair $rule:tt $later_rule:tt) => {
        // Declared, linked and named in either order.
        layers!(@tree First $rule, Second $later_rule, "First" over "Second");
        layers!(@tree First $later_rule, Second $rule, "Second" over "First");
    };
    (@tree $a:ident [$($a_rule:tt)*], $b:ident [$($b_rule:tt)*], $winner:literal over $loser:literal) => {{
        use errtax::ServiceError;

        #[derive(Debug, thiserror::Error, ServiceError)]
        #[error("root")]
        struct Root;

        #[derive(Debug, thiserror::Error, ServiceError)]
        #[error("a")]
        #[service_error(parent = Root)]
        #[wire($($a_rule)*)]
        struct $a;

        #[derive(Debug, thiserror::Error, ServiceError)]
        #[error("b")]
        #[service_error(parent = Root)]
        #[wire($($b_rule)*)]
        struct $b;

        let response = super::response();
        let classifier = errtax::Classifier::of::<Root>();
        assert_eq!(classifier.taxon(&response).name(), $winner);
        let why = classifier.explain(&response);
        assert_eq!(why.rivals().map(|taxon| taxon.name()).collect::<Vec<_>>(), [$loser], "{why}");
        errtax::verify::<Root>().unwrap();
    }};
    ($name:ident $rule:tt $($later_name:ident $later_rule:tt)*) => {
        mod $name {
            $(
                #[test]
                fn $later_name() {
                    layers!(@pair $rule $later_rule);
                }
            )*
        }
        layers! { $($later_name $later_rule)* }
    };
    () => {};
}

layers! {
    code_of_a_service [code = "ABCDEF", service = "s"]
    code_of_an_operation [code = "ABCDEF", operation = "Op"]
    code_with_a_long_message_prefix [code = "ABCDEF", message_prefix = "some LONG"]
    code_with_a_short_message_prefix [code = "ABCDEF", message_prefix = "SOME"]
    code_with_a_status [code = "ABCDEF", status = 503]
    code_with_a_transport_kind [code = "ABCDEF", transport(timeout)]
    code_with_any_transport [code = "ABCDEF", transport]
    code_alone [code = "ABCDEF"]
    long_code_prefix [code = "ABCD*"]
    short_code_prefix [code = "AB*"]
    transport_kind [transport(timeout)]
    any_transport [transport]
    service_alone [service = "s"]
    operation_alone [operation = "Op"]
    status_alone [status = 503]
    fallback_of_a_service [fallback, service = "s"]
    fallback_of_any [fallback]
}

#[test]
fn an_earlier_key_outweighs_all_later_ones() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("many")]
    #[service_error(parent = Root)]
    #[wire(code = "ABCD*", service = "s", operation = "Op", message_prefix = "some long", status = 503)]
    struct ManyKeys;

    #[derive(Debug, Error, ServiceError)]
    #[error("exact")]
    #[service_error(parent = Root, code = "ABCDEF")]
    struct ExactCode;

    assert_eq!(errtax::Classifier::of::<Root>().taxon(&response()).name(), "ExactCode");
}

#[test]
fn all_keys_of_a_rule_must_hold() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("strict")]
    #[service_error(parent = Root)]
    #[wire(code = "A", service = "s", operation = "Op", message_prefix = "M", status = 400)]
    struct Strict;

    let all = || {
        let response = ErrorResponse::new().with_code("A").with_service("s").with_operation("Op");
        response.with_message("m is the message").with_status(400)
    };
    let class = |response| errtax::Classifier::of::<Root>().taxon(&response).name();
    assert_eq!(class(all()), "Strict");
    assert_eq!(class(all().with_code("a")), "Root", "codes are compared with their case");
    assert_eq!(class(all().with_service("t")), "Root");
    assert_eq!(class(all().with_operation("Other")), "Root");
    assert_eq!(class(all().with_message("another")), "Root");
    assert_eq!(class(all().with_message("")), "Root");
    assert_eq!(class(all().with_status(500)), "Root");
}

#[test]
fn the_shape_is_asked_before_the_public_code() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;
    #[derive(Debug, Error, ServiceError)]
    #[error("shape")]
    #[service_error(parent = Root, code = "QueueDoesNotExist")]
    struct ByShape;
    #[derive(Debug, Error, ServiceError)]
    #[error("public")]
    #[service_error(parent = Root, code = "NonExistentQueue")]
    struct ByPublicCode;

    let class = |body: &[u8]| {
        let response = errtax::wire::aws_json::decode(400, [("x-amzn-query-error", "NonExistentQueue;Sender")], body);
        assert_eq!(response.code(), Some("NonExistentQueue"));
        errtax::Classifier::of::<Root>().taxon(&response).name()
    };
    assert_eq!(class(br#"{"__type": "QueueDoesNotExist"}"#), "ByShape");
    assert_eq!(class(br#"{"__type": "Unheard"}"#), "ByPublicCode");
    assert_eq!(class(b""), "ByPublicCode");
}

#[test]
fn a_rule_of_a_transport_failure_wants_one() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;
    #[derive(Debug, Error, ServiceError)]
    #[error("unreachable")]
    #[service_error(parent = Root)]
    #[wire(transport)]
    struct Unreachable;
    let class = |response: ErrorResponse| errtax::Classifier::of::<Root>().taxon(&response).name();
    assert_eq!(class(ErrorResponse::new().with_status(503)), "Root");
    assert_eq!(class(ErrorResponse::new().with_transport(Transport::Other)), "Unreachable");
}
