//! The tree by itself: sound, whole, and written once.

use std::collections::BTreeSet;

use devopsagent::{
    AwsError, ClientError, ConfigurationError, ConnectionError, DevOpsAgentAPIError, DevOpsAgentAuthError,
    DevOpsAgentConfigError, DevOpsAgentError, DevOpsAgentValidationError, NetworkError, NoCredentialsError,
    ServiceQuotaExceededException, TimeoutError, UnauthorizedException, ValidationException, calling,
    handle_client_error, official,
};
use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{Class, Classifier, ErrorResponse, Retry, Taxon, Transport, category};
use serde::Deserialize;

fn agent() -> impl Iterator<Item = &'static Taxon> {
    Classifier::of::<DevOpsAgentError>().taxa()
}

fn network() -> impl Iterator<Item = &'static Taxon> {
    Classifier::of::<NetworkError>().taxa()
}

#[test]
fn the_tree_is_sound() -> Result<(), errtax::TaxonomyError> {
    errtax::verify::<AwsError>()
}

/// What the original has no class of its own for.
const OURS: [&str; 1] = ["ServiceQuotaExceededException"];

#[test]
fn it_has_the_18_classes_of_the_original_and_one_more() {
    let names: BTreeSet<_> = agent().chain(network()).map(Taxon::name).collect();
    assert_eq!((names.len(), agent().chain(network()).count()), (19, 19), "{names:?}");
    assert!(OURS.iter().all(|name| names.contains(name)));
}

/// Names, bases, codes and statuses, as they were recorded.
#[test]
fn classes_bases_codes_and_statuses_are_those_of_the_original() {
    #[derive(Deserialize)]
    struct Recorded {
        class: String,
        mro: Vec<String>,
        wire_code: Option<String>,
        http_status: Option<Vec<u16>>,
    }
    #[derive(Deserialize)]
    struct Seed {
        classes: Vec<Recorded>,
    }

    let Some(Seed { classes }) = testbed::corpus("seeds/devopsagent_classes.json") else { return };
    assert_eq!(classes.len() + OURS.len(), agent().chain(network()).count());
    let classifier = Classifier::of::<DevOpsAgentError>();
    for Recorded { class: name, mro, wire_code, http_status } in &classes {
        let class = agent().chain(network()).find(|class| class.name() == name).unwrap_or_else(|| panic!("no {name}"));
        let lineage = class.lineage().iter().rev().skip(1).map(|class| class.name()).filter(|name| *name != "AwsError");
        assert!(lineage.eq(mro.iter().map(String::as_str).filter(|base| !base.ends_with("xception"))), "{name}");
        if let Some(code) = wire_code {
            assert_eq!(classifier.by_code(code).map(Taxon::name), Some(&**name));
        }
        for status in http_status.iter().flatten() {
            let response = ErrorResponse::new().with_status(*status).with_code("SomethingElse");
            assert_eq!(classifier.taxon(&response).name(), name);
        }
    }
}

#[test]
fn no_answer_becomes_what_only_this_side_raises() {
    for code in ["CONFIG_ERROR", "VALIDATION_ERROR", "AUTH_ERROR", "NETWORK_ERROR"] {
        let error = errtax::classify::<DevOpsAgentError>(ErrorResponse::new().with_code(code));
        assert_eq!((error.taxon().name(), error.code()), ("DevOpsAgentError", Some(code)));
    }
}

/// Both services have a class of that name: whose answer it is decides, and without that neither.
#[test]
fn a_code_means_what_its_service_means_by_it() {
    let coded = || ErrorResponse::new().with_code("ValidationException");
    let of = |response: ErrorResponse| errtax::classify::<AwsError>(response);
    assert!(of(coded().with_service("community-devops-agent")).is_a::<ValidationException>());
    assert!(of(calling("CreateChat")(coded())).is_a::<official::ValidationException>());
    let unknown = of(coded());
    assert!(!unknown.is_a::<ValidationException>() && !unknown.is_a::<official::ValidationException>());
    assert_eq!(of(coded().with_service("s3")).taxon().name(), "ClientError");
}

/// What a program asks that knows other services as well.
#[test]
fn each_class_is_of_the_kind_that_other_services_have_as_well() {
    let kinds = |class: &Taxon| class.also().iter().map(|kind| kind.name()).collect::<Vec<_>>();
    let by_code = |code: &str| kinds(Classifier::of::<DevOpsAgentError>().by_code(code).unwrap());
    assert_eq!(by_code("ValidationException"), ["DevOpsAgentValidationError", "InvalidInput"]);
    assert_eq!(by_code("UnauthorizedException"), ["DevOpsAgentAuthError", "Unauthenticated", "Denied"]);
    assert_eq!(by_code("ResourceNotFoundException"), ["NotFound"]);
    assert_eq!(by_code("ConflictException"), ["Conflict"]);
    assert_eq!(by_code("ThrottlingException"), ["Throttled"]);
    assert_eq!(by_code("InternalServerException"), ["Internal"]);
    assert_eq!(by_code("ServiceUnavailableException"), ["Unavailable"]);
    assert!(kinds(ServiceQuotaExceededException::TAXON).is_empty(), "it does not pass by itself, as throttling does");
    assert!(ConnectionError::TAXON.is_a(category::Connection::TAXON));
    assert!(TimeoutError::TAXON.is_a(category::Timeout::TAXON));
    assert!(NoCredentialsError::TAXON.is_a(category::Unauthenticated::TAXON));

    let official = |code: &str| kinds(Classifier::of::<official::OfficialError>().by_code(code).unwrap());
    assert_eq!(official("AccessDeniedException"), ["Denied"]);
    assert_eq!(official("ConflictException"), ["Conflict"]);
    assert_eq!(official("ContentSizeExceededException"), ["InvalidInput"]);
    assert!(official("IdentityCenterServiceException").is_empty());
    assert_eq!(official("InternalServerException"), ["Internal"]);
    assert_eq!(official("InvalidParameterException"), ["InvalidInput"]);
    assert_eq!(official("ResourceNotFoundException"), ["NotFound"]);
    assert!(official("ServiceQuotaExceededException").is_empty());
    assert_eq!(official("ThrottlingException"), ["Throttled"]);
    assert_eq!(official("ValidationException"), ["InvalidInput"]);
}

/// The four that the documentation catches: as it describes them.
#[test]
fn each_documented_class_covers_real_ones() {
    let below = |category: &'static Taxon| {
        let all = Classifier::of::<AwsError>().taxa().filter(move |class| class.is_a(category));
        all.map(Taxon::name).collect::<BTreeSet<_>>()
    };
    let auth = ["AuthenticationError", "CredentialExchangeError", "CredentialRefreshError", "JWTGenerationError"];
    let other = ["NoCredentialsError", "UnauthorizedException"];
    assert_eq!(below(DevOpsAgentAuthError::TAXON), auth.into_iter().chain(other).collect());
    let validation = ["ModelValidationError", "ValidationException"];
    assert_eq!(below(DevOpsAgentValidationError::TAXON), validation.into());
    let config = ["ConfigurationError", "ModelValidationError", "ServiceRegistrationError"];
    assert_eq!(below(DevOpsAgentConfigError::TAXON), config.into());
    assert_eq!(below(DevOpsAgentAPIError::TAXON), agent().map(Taxon::name).collect());
}

#[test]
fn a_failure_without_an_answer_says_whether_to_try_again_where_that_is_known() {
    let failed = |transport| errtax::classify::<AwsError>(ErrorResponse::new().with_transport(transport));
    let retry = |transport| failed(transport).retry_advice().retry();
    let class = |transport| failed(transport).taxon().name();
    for transport in [Transport::Connect, Transport::Dns, Transport::Io] {
        assert_eq!((class(transport), retry(transport)), ("ConnectionError", Some(Retry::Transient)));
    }
    for transport in [Transport::Tls, Transport::Other] {
        assert_eq!((class(transport), retry(transport)), ("ConnectionError", None), "not even built, perhaps");
    }
    assert_eq!((class(Transport::Timeout), retry(Transport::Timeout)), ("TimeoutError", Some(Retry::Transient)));
    let credentials = Transport::Credentials;
    assert_eq!((class(credentials), retry(credentials)), ("NoCredentialsError", Some(Retry::Never)));
}

#[test]
fn what_is_no_answer_is_handed_back_as_it_is() {
    let lost = errtax::classify::<AwsError>(ErrorResponse::new().with_transport(Transport::Io));
    assert_eq!(handle_client_error(lost).taxon().name(), "ConnectionError");
    let unset = ConfigurationError::new(ErrorResponse::new().with_message("unset"));
    assert_eq!(handle_client_error(unset).to_string(), "CONFIG_ERROR: unset");
    assert_eq!(handle_client_error(NetworkError).to_string(), "An unspecified error occurred");
}

#[test]
fn whatever_else_is_known_of_an_answer_is_kept_and_a_stranger_writes_no_second_line() {
    let response = ErrorResponse::new().with_code("A\u{1b}[2J").with_message("one\ntwo").with_member("foo", 1);
    let error = handle_client_error(ClientError::new(response));
    assert_eq!(error.to_string(), "A [2J: one two");
    assert_eq!(error.response().unwrap().member::<u8>("foo").unwrap(), Some(1));
    let raised = errtax::find_a::<ClientError>(std::error::Error::source(&error).unwrap()).unwrap();
    assert_eq!(raised.to_string(), "An error occurred (A [2J) when calling the Unknown operation: one two");
}

#[test]
fn what_is_empty_is_shown_as_unknown_and_a_status_only_where_an_answer_arrived() {
    let by_hand = ErrorResponse::new().with_code("").with_message("").with_request_id("").with_status(404);
    let error = handle_client_error(ClientError::new(by_hand));
    assert_eq!((error.taxon().name(), &*error.to_string()), ("ResourceNotFoundException", "Unknown: Unknown error"));
    let e: &DevOpsAgentError = error.downcast_ref().unwrap();
    assert_eq!((e.error_code().as_deref(), e.error_message().as_deref()), (Some(""), Some("")));

    let by_hand = handle_client_error(ClientError::new(ErrorResponse::new().with_status(404)));
    assert_eq!(by_hand.to_string(), "Unknown: Unknown error");
    let arrived = |status| handle_client_error(ClientError::new(aws_json::decode(status, NO_HEADERS, b""))).to_string();
    assert_eq!((arrived(404), arrived(420)), ("404: Not Found".to_owned(), "420: Unknown error".to_owned()));
}

#[test]
fn the_two_that_are_not_told_apart_have_their_status() {
    for status in [401, 403] {
        let error = errtax::classify::<DevOpsAgentError>(ErrorResponse::new().with_status(status));
        assert_eq!((error.is_a::<UnauthorizedException>(), error.status()), (true, Some(status)));
    }
    assert_eq!(UnauthorizedException::TAXON.status(), Some(401));
}

#[test]
fn each_class_each_code_and_each_status_is_written_once() {
    let agent_sources = [
        include_str!("../src/exceptions.rs"),
        include_str!("../src/raised_here.rs"),
        include_str!("../src/network.rs"),
    ];
    let other_sources = [
        include_str!("../src/client_error.rs"),
        include_str!("../src/documented.rs"),
        include_str!("../src/handle.rs"),
        include_str!("../src/lib.rs"),
    ];
    let sources: Vec<_> = agent_sources.into_iter().chain(other_sources).collect();
    once(&sources, agent().chain(network()));
    let official = Classifier::of::<official::OfficialError>().taxa();
    once(&[include_str!("../src/official.rs")], official);
    let statuses = |source: &str| source.matches("#[wire(status = ").count();
    assert_eq!(agent_sources.iter().map(|source| statuses(source)).sum::<usize>(), 9);
}

fn once(sources: &[&str], classes: impl Iterator<Item = &'static Taxon>) {
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    let code: Vec<_> = sources.iter().flat_map(|source| source.lines()).filter(|line| !is_comment(line)).collect();
    let count = |text: &str| code.iter().filter(|line| line.contains(text)).count();
    for class in classes {
        let name = class.name();
        let declared = ["(", " ", ";"].map(|after| count(&format!("pub struct {name}{after}")));
        assert_eq!(declared.iter().sum::<usize>(), 1, "{name}");
        if let Some(code) = class.code() {
            assert_eq!(count(&format!("{code:?}")), 1, "{code}");
        }
    }
}
