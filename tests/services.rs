//! A code means what its service means by it; while nobody says which service answered, nobody guesses.

#![allow(clippy::duplicated_attributes, reason = "two rules of one class may share a key")]

use errtax::{ErrorResponse, ServiceError, Transport, Unclassified};
use thiserror::Error;

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
fn by_itself_a_code_means_one_class_or_their_common_ancestor() {
    let classifier = errtax::Classifier::of::<Cloud>();
    let by_code = |code| classifier.by_code(code).map(errtax::Taxon::name);
    assert_eq!(by_code("Full"), Some("BucketFull"));
    assert_eq!(by_code("Denied"), Some("AnyService"));
    assert_eq!(by_code("NotFound"), Some("Cloud"));
    assert_eq!(by_code("Nothing"), None);
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
