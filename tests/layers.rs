//! Of two rules that both hold, the earlier layer decides.

#![allow(clippy::duplicated_attributes, reason = "two rules of one class may share a key")]

use errtax::{ErrorResponse, ServiceError, Transport, Unclassified};
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
fn what_no_rule_claims_is_unclassified_under_the_topmost_class_of_its_service() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    #[service_error(service = "main")]
    struct Root;

    #[derive(ServiceError)]
    #[service_error(category, parent = Root, service = "queue")]
    enum QueueError {}

    #[derive(Debug, Error, ServiceError)]
    #[error("full")]
    #[service_error(parent = QueueError, code = "Full")]
    struct QueueFull;

    let classify = |response: ErrorResponse| errtax::classify::<Root>(response.with_code("New"));
    for (response, class) in [
        (ErrorResponse::new(), "Root"),
        (ErrorResponse::new().with_service("main"), "Root"),
        (ErrorResponse::new().with_service("elsewhere"), "Root"),
        (ErrorResponse::new().with_service("queue"), "QueueError"),
    ] {
        let error = classify(response);
        assert_eq!(error.taxon().name(), class);
        assert!(error.downcast_ref::<Unclassified>().is_some());
        assert_eq!(error.code(), Some("New"));
    }
}

#[test]
fn a_fallback_takes_what_its_service_leaves_over() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    #[service_error(service = "main")]
    #[wire(fallback)]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("queue: {response}")]
    #[service_error(parent = Root, service = "queue")]
    #[wire(fallback)]
    struct QueueError {
        #[wire(response)]
        response: ErrorResponse,
    }

    let error = errtax::classify::<Root>(ErrorResponse::new().with_service("queue").with_code("New"));
    assert_eq!(error.downcast_ref::<QueueError>().unwrap().response.code(), Some("New"));
    let error = errtax::classify::<Root>(ErrorResponse::new().with_code("New"));
    assert!(error.downcast_ref::<Root>().is_some());
    assert_eq!(error.code(), Some("New"));
}

mod services {
    use super::*;

    #[derive(Debug, Error, ServiceError)]
    #[error("cloud")]
    struct Cloud;

    #[derive(Debug, Error, ServiceError)]
    #[error("no such table")]
    #[service_error(parent = Cloud, service = "tables", code = "NotFound")]
    struct NoTable;

    #[derive(Debug, Error, ServiceError)]
    #[error("no such bucket")]
    #[service_error(parent = Cloud, service = "buckets", code = "NotFound")]
    struct NoBucket;

    #[derive(Debug, Error, ServiceError)]
    #[error("bucket full")]
    #[service_error(parent = Cloud, service = "buckets", code = "Full")]
    struct BucketFull;

    #[derive(Debug, Error, ServiceError)]
    #[error("denied")]
    #[service_error(parent = Cloud)]
    #[wire(code = "Denied")]
    #[wire(code = "Throttled", service = any)]
    struct AnyService;

    fn class(response: &ErrorResponse) -> &'static str {
        errtax::Classifier::of::<Cloud>().taxon(response).name()
    }

    #[test]
    fn a_code_means_what_its_service_means_by_it() {
        let not_found = || ErrorResponse::new().with_code("NotFound");
        assert_eq!(class(&not_found().with_service("tables")), "NoTable");
        assert_eq!(class(&not_found().with_service("buckets")), "NoBucket");
        assert_eq!(class(&not_found().with_service("queues")), "Cloud");
        errtax::verify::<Cloud>().unwrap();
    }

    #[test]
    fn while_the_service_is_unknown_a_code_holds_if_one_service_claims_it() {
        assert_eq!(class(&ErrorResponse::new().with_code("Full")), "BucketFull");
        assert_eq!(class(&ErrorResponse::new().with_code("NotFound")), "Cloud");
    }

    #[test]
    fn while_the_service_is_unknown_the_layers_decide_as_ever() {
        #[derive(Debug, Error, ServiceError)]
        #[error("root")]
        struct Root;
        #[derive(Debug, Error, ServiceError)]
        #[error("plain")]
        #[service_error(parent = Root, service = "tables", code = "Busy")]
        struct Plain;
        #[derive(Debug, Error, ServiceError)]
        #[error("narrow")]
        #[service_error(parent = Root, service = "buckets")]
        #[wire(code = "Busy", status = 503)]
        struct Narrow;

        let class = |response: ErrorResponse| errtax::Classifier::of::<Root>().taxon(&response).name();
        let busy = || ErrorResponse::new().with_code("Busy");
        assert_eq!(class(busy().with_status(503)), "Narrow");
        assert_eq!(class(busy().with_status(400)), "Plain");
    }

    #[test]
    fn a_rule_without_a_service_holds_for_any() {
        for service in ["tables", "buckets", "queues"] {
            assert_eq!(class(&ErrorResponse::new().with_service(service).with_code("Denied")), "AnyService");
            assert_eq!(class(&ErrorResponse::new().with_service(service).with_code("Throttled")), "AnyService");
        }
    }

    #[test]
    fn a_code_by_itself_means_one_class_or_their_common_ancestor() {
        let classifier = errtax::Classifier::of::<Cloud>();
        let by_code = |code| classifier.by_code(code).map(errtax::Taxon::name);
        assert_eq!(by_code("Full"), Some("BucketFull"));
        assert_eq!(by_code("Denied"), Some("AnyService"));
        assert_eq!(by_code("NotFound"), Some("Cloud"));
        assert_eq!(by_code("Nothing"), None);
    }
}

/// While nobody says which service answered, what several services claim is nobody's: in every layer.
#[test]
fn no_layer_guesses_between_services() {
    macro_rules! two_services {
        ([$($rule:tt)*], $response:expr) => {{
            #[derive(Debug, Error, ServiceError)]
            #[error("cloud")]
            struct Cloud;

            #[derive(Debug, Error, ServiceError)]
            #[error("tables")]
            #[service_error(parent = Cloud, service = "tables")]
            #[wire($($rule)*)]
            struct OfTables;

            #[derive(Debug, Error, ServiceError)]
            #[error("buckets")]
            #[service_error(parent = Cloud, service = "buckets")]
            #[wire($($rule)*)]
            struct OfBuckets;

            let classifier = errtax::Classifier::of::<Cloud>();
            let response: ErrorResponse = $response;
            assert_eq!(classifier.taxon(&response).name(), "Cloud");
            assert_eq!(classifier.taxon(&response.clone().with_service("tables")).name(), "OfTables");
            assert_eq!(classifier.taxon(&response.clone().with_service("buckets")).name(), "OfBuckets");
            assert_eq!(classifier.taxon(&response.clone().with_service("queues")).name(), "Cloud");
            let why = classifier.explain(&response).to_string();
            assert!(why.contains("OfTables by") && why.contains("since nothing says that the service is tables"), "{why}");
            errtax::verify::<Cloud>().unwrap();
        }};
    }
    let empty = ErrorResponse::new;
    two_services!([code = "Gone"], empty().with_code("Gone"));
    two_services!([code = "Go*"], empty().with_code("Gone"));
    two_services!([transport(dns)], empty().with_transport(Transport::Dns));
    two_services!([transport], empty().with_transport(Transport::Dns));
    two_services!([status = 404], empty().with_status(404));
    two_services!([code = "Gone", message_prefix = "it"], empty().with_code("Gone").with_message("It is"));
    two_services!([fallback], empty());
}

#[test]
fn of_several_classes_that_state_a_service_the_topmost_counts() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;
    #[derive(ServiceError)]
    #[service_error(category, parent = Root)]
    enum Storage {}
    macro_rules! states_the_service {
        ($($name:ident in $parent:ident),*) => {$(
            #[derive(Debug, Error, ServiceError)]
            #[error("class")]
            #[service_error(parent = $parent, service = "disk", code = "A")]
            #[allow(dead_code)]
            struct $name;
        )*};
    }
    states_the_service!(Deep in Storage, Deeper in Storage);
    let unknown = || ErrorResponse::new().with_service("disk").with_code("New");
    assert_eq!(errtax::Classifier::of::<Root>().taxon(&unknown()).name(), "Storage", "two at one depth");

    #[derive(Debug, Error, ServiceError)]
    #[error("top")]
    #[service_error(parent = Root, service = "tape")]
    struct Tape;
    #[derive(Debug, Error, ServiceError)]
    #[error("below")]
    #[service_error(parent = Storage, service = "tape")]
    struct AlsoTape;
    let unknown = unknown().with_service("tape");
    assert_eq!(errtax::Classifier::of::<Root>().taxon(&unknown).name(), "Tape", "whatever stands further down");
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

#[test]
fn one_class_of_two_services_is_no_guess() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;
    #[derive(Debug, Error, ServiceError)]
    #[error("busy")]
    #[service_error(parent = Root)]
    #[wire(code = "Busy", service = "tables")]
    #[wire(code = "Busy", service = "buckets")]
    struct Busy;
    let busy = ErrorResponse::new().with_code("Busy");
    assert_eq!(errtax::Classifier::of::<Root>().taxon(&busy).name(), "Busy");
    assert_eq!(errtax::Classifier::of::<Root>().taxon(&busy.with_service("queues")).name(), "Root");
}
