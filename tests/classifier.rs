//! One classifier a root, made once, whoever asks first.
#![allow(clippy::duplicated_attributes, reason = "two rules of one class may share a key")]

use std::sync::Barrier;

use errtax::{Class, Classifier, ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("zoo")]
struct Zoo;

macro_rules! animals {
    ($($name:ident $code:literal),*) => {$(
        #[derive(Debug, Error, ServiceError)]
        #[error($code)]
        #[service_error(parent = Zoo, code = $code)]
        struct $name;
    )*};
}

animals!(Ant "ant", Bee "bee", Cat "cat", Dog "dog", Emu "emu", Fox "fox", Gnu "gnu", Hen "hen");

#[test]
fn many_threads_that_ask_a_fresh_classifier_at_once_get_one() {
    const THREADS: usize = 64;
    let barrier = Barrier::new(THREADS);
    // A root that no other test asks for, and another: both are appended at once.
    #[derive(Debug, Error, ServiceError)]
    #[error("aviary")]
    struct Aviary;
    #[derive(Debug, Error, ServiceError)]
    #[error("owl")]
    #[service_error(parent = Aviary, code = "owl")]
    struct Owl;
    #[derive(Debug, Error, ServiceError)]
    #[error("elk")]
    struct Elk;

    let answers: Vec<(usize, usize, Vec<&str>)> = std::thread::scope(|scope| {
        let ask = || {
            barrier.wait();
            let (classifier, other) = (Classifier::of::<Aviary>(), Classifier::of::<Elk>());
            let class = |code| classifier.taxon(&ErrorResponse::new().with_code(code)).name();
            let address = |classifier| std::ptr::from_ref::<Classifier>(classifier).addr();
            (address(classifier), address(other), ["owl", "elk"].map(class).to_vec())
        };
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(ask)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(answers[0].2, ["Owl", "Aviary"]);
    assert_ne!(answers[0].0, answers[0].1);
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[test]
fn a_classifier_stays_within_its_subtree() {
    let classifier = Classifier::of::<Fox>();
    assert_eq!(classifier.taxa().map(errtax::Taxon::name).collect::<Vec<_>>(), ["Fox"]);
    assert_eq!(Fox::classify(ErrorResponse::new().with_code("fox")).to_string(), "fox");
    assert_eq!(Fox::classify(ErrorResponse::new().with_code("hen")).taxon(), Fox::TAXON);
    assert_eq!(classifier.by_code("hen"), None);
}

#[test]
fn the_classes_are_listed_parents_first() {
    let names: Vec<_> = Classifier::of::<Zoo>().taxa().map(errtax::Taxon::name).collect();
    assert_eq!(names, ["Zoo", "Ant", "Bee", "Cat", "Dog", "Emu", "Fox", "Gnu", "Hen"]);
}

#[test]
fn it_explains_itself() {
    #[derive(Debug, Error, ServiceError)]
    #[error("farm")]
    #[wire(fallback)]
    struct Farm;
    #[derive(Debug, Error, ServiceError)]
    #[error("cow {name}")]
    #[service_error(parent = Farm, code = "Cow", service = "barn")]
    #[wire(code = "C*", status = 404)]
    struct Cow {
        #[wire(member)]
        name: String,
    }

    let why = |response: ErrorResponse| Classifier::of::<Farm>().explain(&response).to_string();
    assert_eq!(
        why(ErrorResponse::new().with_code("Cow").with_status(404).with_service("barn")),
        "exact code: Cow by `code = \"Cow\"`\n  \
         over code prefix: Cow by `code = \"C*\", status = 404`\n  \
         over fallback: Farm by `fallback`\n  \
         unclassified, since member `name`: missing"
    );
    assert_eq!(Classifier::of::<Cow>().explain(&ErrorResponse::new()).to_string(), "no rule holds: unclassified Cow");
    let explained =
        Classifier::of::<Farm>().explain(&ErrorResponse::new().with_code("Cow").with_member("name", "Rosa"));
    assert_eq!((explained.layer(), explained.unfit()), (Some("exact code"), None));
}

#[test]
fn a_local_class_claims_nothing() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("made here")]
    #[service_error(parent = Root, code = "MadeHere", local)]
    struct MadeHere;

    let classifier = Classifier::of::<Root>();
    assert_eq!(classifier.by_code("MadeHere"), None);
    assert_eq!(classifier.taxon(&ErrorResponse::new().with_code("MadeHere")), Root::TAXON);
    assert_eq!(MadeHere.code(), Some("MadeHere"));
}

#[test]
fn kinds_of_failure_are_told_apart() {
    use errtax::Transport;

    #[derive(Debug, Error, ServiceError)]
    #[error("no answer")]
    #[wire(transport)]
    #[wire(transport(connect))]
    struct NoAnswer;

    #[derive(Debug, Error, ServiceError)]
    #[error("no answer in time")]
    #[service_error(parent = NoAnswer)]
    #[wire(transport(timeout))]
    struct Late;

    #[derive(Debug, Error, ServiceError)]
    #[error("no answer that makes sense")]
    #[service_error(parent = NoAnswer)]
    #[wire(transport(decode))]
    struct Unread;

    let name = |kind| NoAnswer::classify(ErrorResponse::new().with_transport(kind)).taxon().name();
    let kinds = [Transport::Io, Transport::Timeout, Transport::Connect, Transport::Build, Transport::Decode];
    assert_eq!(kinds.map(name), ["NoAnswer", "Late", "NoAnswer", "NoAnswer", "Unread"]);
    errtax::verify::<NoAnswer>().unwrap();
}

/// Each of a list with each of the other lists; beside a code as well.
#[test]
fn a_list_is_a_rule_for_each_of_it() {
    use errtax::Transport;

    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    #[wire(fallback)]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("too much")]
    #[service_error(parent = Root)]
    #[wire(status(400, 413))]
    #[wire(code("Large", "Huge"), status(500, 507))]
    #[wire(transport(dns, tls))]
    struct Matched;

    let is_matched = |response: ErrorResponse| Root::classify(response).is_a::<Matched>();
    let answered = |status| ErrorResponse::new().with_status(status);
    assert_eq!([400, 413, 404, 500].map(|status| is_matched(answered(status))), [true, true, false, false]);
    for code in ["Large", "Huge"] {
        let coded = |status| is_matched(answered(status).with_code(code));
        assert_eq!([500, 507, 503].map(coded), [true, true, false], "{code}");
    }
    let failed = |kind| is_matched(ErrorResponse::new().with_transport(kind));
    assert_eq!([Transport::Dns, Transport::Tls, Transport::Io].map(failed), [true, true, false]);
    errtax::verify::<Root>().unwrap();
}

#[test]
fn operations_are_told_apart() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("not put")]
    #[service_error(parent = Root)]
    #[wire(code = "Busy", operation = "Put")]
    struct NotPut;

    #[derive(Debug, Error, ServiceError)]
    #[error("not got")]
    #[service_error(parent = Root)]
    #[wire(code = "Busy", operation = "Get")]
    struct NotGot;

    let response = ErrorResponse::new().with_code("Busy");
    let name = |operation| Root::classify(response.clone().with_operation(operation)).to_string();
    assert_eq!(["Put", "Get"].map(name), ["not put", "not got"]);
    errtax::verify::<Root>().unwrap();
}

#[test]
fn a_service_without_a_claim_of_its_own_gets_the_one_of_any_service() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("busy")]
    #[service_error(parent = Root, code = "Busy")]
    struct Busy;

    #[derive(Debug, Error, ServiceError)]
    #[error("busy in its own way")]
    #[service_error(parent = Root)]
    #[wire(service = "claiming", code = "Busy")]
    #[wire(service = "a", code = "Full")]
    #[wire(service = "b", code = "Full")]
    #[wire(service = "c", code = "Full")]
    struct Special;

    let name = |service| Root::classify(ErrorResponse::new().with_code("Busy").with_service(service)).taxon().name();
    assert_eq!(["claiming", "a", "b", "c", "unheard of"].map(name), ["Special", "Busy", "Busy", "Busy", "Busy"]);
}

#[test]
fn of_claims_that_wait_for_a_service_those_are_explained_that_would_hold() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("here")]
    #[service_error(parent = Root, service = "here")]
    #[wire(code = "Busy", operation = "Put")]
    struct Here;

    #[derive(Debug, Error, ServiceError)]
    #[error("there")]
    #[service_error(parent = Root, service = "there")]
    #[wire(code = "Busy", operation = "Put")]
    struct There;

    let why = |operation| {
        let response = ErrorResponse::new().with_code("Busy").with_operation(operation);
        Classifier::of::<Root>().explain(&response).to_string()
    };
    assert_eq!(why("Get"), "no rule holds: unclassified Root");
    assert_eq!(why("Put").matches("since nothing says that the service is").count(), 2, "{}", why("Put"));
}

#[test]
fn what_a_category_claims_is_one_of_it_without_a_value() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;

    #[derive(ServiceError)]
    #[service_error(category, parent = Root, code = "Busy", status = 503)]
    enum Overload {}

    let busy = Root::classify(ErrorResponse::new().with_code("Busy").with_message("later"));
    assert!(busy.is_a::<Overload>() && busy.downcast_ref::<errtax::Unclassified>().is_some());
    assert_eq!((busy.code(), busy.status(), busy.message().as_deref()), (Some("Busy"), Some(503), Some("later")));
}
