//! Contradictions are reported all at once, and are never "last wins".

use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root")]
struct Root;

#[derive(Debug, Error, ServiceError)]
#[error("missing: {response}")]
#[service_error(parent = Root)]
struct Missing {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("no dashboard")]
#[service_error(parent = Missing, code = "ResourceNotFound")]
struct NoDashboard;

#[derive(Debug, Error, ServiceError)]
#[error("no alarm")]
#[service_error(parent = Missing, code = "ResourceNotFound")]
#[wire(code = "X", message_prefix = "Gone")]
struct NoAlarm;

#[derive(Debug, Error, ServiceError)]
#[error("elsewhere")]
#[service_error(parent = Root, id = "verify::NoAlarm")]
#[wire(code = "X", message_prefix = "gone")]
#[wire(transport)]
struct Elsewhere;

#[derive(Debug, Error, ServiceError)]
#[error("third")]
#[service_error(parent = Root)]
#[wire(code = "X", message_prefix = "GONE")]
#[wire(transport)]
struct Third;

#[test]
fn every_contradiction_is_named() {
    let report = errtax::verify::<Root>().unwrap_err().to_string();
    let mut lines: Vec<_> = report.lines().map(str::trim).collect();
    lines[1..].sort_unstable();
    assert_eq!(
        lines,
        [
            "5 contradictions below `Root`",
            "`Elsewhere` and `NoAlarm` both claim `code = \"X\", message_prefix = \"gone\"`: change the rule of one",
            "`Elsewhere` and `NoAlarm` have one identity, TaxonId(ID): give one of them `id = \"…\"`"
                .replace("ID", &format!("{:016x}", errtax::TaxonId::of_path("verify::NoAlarm").to_u64()))
                .as_str(),
            "`Elsewhere` and `Third` both claim `code = \"X\", message_prefix = \"gone\"`: change the rule of one",
            "`Elsewhere` and `Third` both claim `transport`: change the rule of one",
            "`NoAlarm` and `NoDashboard` both claim `code = \"ResourceNotFound\"`: change the rule of one",
        ]
    );
}

#[test]
fn a_status_and_a_fault_of_two_generations_are_compared() {
    #[derive(Debug, Error, ServiceError)]
    #[error("broken")]
    #[service_error(status = 500)]
    struct Broken;
    #[derive(Debug, Error, ServiceError)]
    #[error("your fault")]
    #[service_error(parent = Broken, fault = client)]
    struct YourFault;
    assert_eq!(
        errtax::verify::<Broken>().unwrap_err().to_string(),
        "1 contradiction below `Broken`\n  `YourFault` says that it is the client's fault, and its status 500 that it \
         is not: change one of the two"
    );
}

#[test]
fn a_contested_response_becomes_the_nearest_common_ancestor() {
    let error = errtax::classify::<Root>(ErrorResponse::new().with_code("ResourceNotFound"));
    assert_eq!(error.downcast_ref::<Missing>().unwrap().response.code(), Some("ResourceNotFound"));
    let error = errtax::classify::<Root>(ErrorResponse::new().with_code("X").with_message("gone for good"));
    assert!(error.downcast_ref::<Root>().is_some());
    assert_eq!(error.taxon().name(), "Root");
}

#[test]
fn a_sound_tree_passes() {
    errtax::verify::<Missing>().expect_err("the contradiction lies below it too");

    #[derive(Debug, Error, ServiceError)]
    #[error("sound")]
    #[wire(code("A", "B"), status = 400)]
    #[wire(code = "A")]
    struct Sound;
    errtax::verify::<Sound>().unwrap();
}

#[test]
fn no_contender_speaks_for_a_contested_response() {
    #[derive(Debug, Error, ServiceError)]
    #[error("{response}")]
    struct Shop {
        #[wire(response)]
        response: ErrorResponse,
    }
    #[derive(Debug, Error, ServiceError)]
    #[error("first")]
    #[service_error(parent = Shop)]
    #[wire(code = "Busy", retryable = false, text = "the first's text")]
    struct First;
    #[derive(Debug, Error, ServiceError)]
    #[error("second")]
    #[service_error(parent = Shop)]
    #[wire(code = "Busy", retryable(throttling))]
    struct Second;

    let response = || ErrorResponse::new().with_code("Busy").with_message("come back later");
    let error = errtax::classify::<Shop>(response());
    assert_eq!(error.to_string(), "come back later");
    assert_eq!(error.retry_advice().retry(), None);
    let error = errtax::classify::<Shop>(response().with_status(429));
    assert_eq!(error.retry_advice().retry(), None, "a code rule did match");
    assert_eq!(
        errtax::Classifier::of::<Shop>().explain(&response()).to_string(),
        "exact code: Shop by `code = \"Busy\"`, contested by First and Second"
    );
}

#[test]
fn a_category_can_be_the_nearest_common_ancestor() {
    #[derive(Debug, Error, ServiceError)]
    #[error("shop")]
    struct Shop;
    #[derive(ServiceError)]
    #[service_error(category, parent = Shop, status = 503)]
    enum Capacity {}
    #[derive(Debug, Error, ServiceError)]
    #[error("first")]
    #[service_error(parent = Capacity, code = "Full")]
    struct First;
    #[derive(Debug, Error, ServiceError)]
    #[error("second")]
    #[service_error(parent = Capacity, code = "Full")]
    struct Second;

    let error = errtax::classify::<Shop>(ErrorResponse::new().with_code("Full"));
    assert!(error.is_a::<Capacity>() && error.downcast_ref::<errtax::Unclassified>().is_some());
    assert_eq!(error.status(), Some(503));
}
