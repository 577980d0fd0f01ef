//! The tree by itself: sound, whole, and written once.

use std::collections::{BTreeMap, BTreeSet};

use devopsagent::{
    AwsError, ConnectionError, DevOpsAgentAPIError, DevOpsAgentAuthError, DevOpsAgentConfigError, DevOpsAgentError,
    DevOpsAgentValidationError, NetworkError, NoCredentialsError, ServiceQuotaExceededException, TimeoutError,
    community, official,
};
use errtax::{Class, Classifier, ErrorResponse, Taxon, category};
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

/// What the client has a model of.
#[test]
fn each_error_of_the_services_own_model_is_a_class_with_its_status() {
    #[derive(Deserialize)]
    struct Seed {
        models: BTreeMap<String, BTreeMap<String, u16>>,
    }

    let Some(Seed { models }) = testbed::corpus("seeds/devopsagent_classes.json") else { return };
    let of = |classes: &'static Classifier| {
        let coded = classes.taxa().filter_map(|class| Some((class.code()?.to_owned(), class.status()?)));
        coded.collect::<BTreeMap<_, _>>()
    };
    assert_eq!(of(Classifier::of::<community::CommunityError>()), models["community-devops-agent"]);
    // The official model is newer than the client's copy of it.
    let mut official = of(Classifier::of::<official::OfficialError>());
    official.retain(|code, _| !["ContentSizeExceededException", "IdentityCenterServiceException"].contains(&&**code));
    assert_eq!(official, models["community-aidevops"]);
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

    let community = |code: &str| kinds(Classifier::of::<community::CommunityError>().by_code(code).unwrap());
    assert_eq!(community("ValidationException"), ["InvalidInput"]);
    assert_eq!(community("UnauthorizedException"), ["Unauthenticated"]);
    assert_eq!(community("ResourceNotFoundException"), ["NotFound"]);
    assert_eq!(community("InternalServerException"), ["Internal"]);

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
    once(&[include_str!("../src/official.rs")], Classifier::of::<official::OfficialError>().taxa());
    once(&[include_str!("../src/community.rs")], Classifier::of::<community::CommunityError>().taxa());
    let statuses = |source: &str| source.matches("#[wire(status = ").count();
    assert_eq!(agent_sources.iter().map(|source| statuses(source)).sum::<usize>(), 8);
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
