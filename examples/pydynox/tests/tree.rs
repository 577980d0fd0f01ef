//! The tree by itself: sound, and written once.

use std::collections::BTreeMap;

use errtax::{Class, Classifier, ErrorResponse, Retry, category};
use pydynox::{
    AccessDeniedException, ConditionalCheckFailedException, ConnectionException, ConnectionRefused, ConnectionTimeout,
    CredentialsException, EncryptionException, HostNotFound, InvalidEnvelope, InvalidResponse, KmsAccessDenied,
    KmsException, LockLost, LockNotAcquired, ProvisionedThroughputExceededException, PydynoxException, RequestNotBuilt,
    ResourceInUseException, ResourceNotFoundException, S3Exception, SerializationException, ValidationException,
};

const SOURCES: [&str; 4] = [
    include_str!("../src/request.rs"),
    include_str!("../src/connection.rs"),
    include_str!("../src/exceptions.rs"),
    include_str!("../src/transaction.rs"),
];

#[test]
fn the_tree_is_sound() -> Result<(), errtax::TaxonomyError> {
    errtax::verify::<PydynoxException>()
}

/// A service's code is no other service's; what all services have in common is of any.
#[test]
fn a_code_means_what_its_service_means_by_it() {
    let class = |service: &str, code: &str| {
        let response = ErrorResponse::new().with_service(service).with_code(code);
        Classifier::of::<PydynoxException>().taxon(&response).name()
    };
    for service in ["DynamoDB", "S3", "KMS"] {
        assert_eq!(class(service, "ThrottlingException"), "ProvisionedThroughputExceededException");
        assert_eq!(class(service, "ExpiredToken"), "CredentialsException");
    }
    assert_eq!(class("DynamoDB", "AccessDenied"), "AccessDeniedException");
    assert_eq!(class("S3", "AccessDenied"), "AccessDeniedException");
    assert_eq!(class("KMS", "AccessDenied"), "KmsAccessDenied");
    assert_eq!(class("DynamoDB", "ResourceNotFoundException"), "ResourceNotFoundException");
    assert_eq!(class("KMS", "ResourceNotFoundException"), "KmsException");
    assert_eq!(class("S3", "ValidationException"), "S3Exception");
    assert_eq!(class("DynamoDB", "NoSuchKey"), "PydynoxException");
    assert_eq!(class("SQS", "NoSuchKey"), "PydynoxException");
}

#[test]
fn without_a_service_nobody_guesses_whose_fallback_it_is() {
    let class = |response: &ErrorResponse| Classifier::of::<PydynoxException>().taxon(response).name();
    assert_eq!(class(&ErrorResponse::new().with_code("BrandNew")), "PydynoxException");
    assert_eq!(class(&ErrorResponse::new().with_code("NoSuchKey")), "ResourceNotFoundException");
}

/// Whoever asks for encryption exceptions gets those of a denial as well, and the other way round.
#[test]
fn a_key_that_may_not_be_used_is_denied_and_an_encryption_exception() {
    assert!(KmsAccessDenied::TAXON.is_a(AccessDeniedException::TAXON));
    assert!(KmsAccessDenied::TAXON.is_a(EncryptionException::TAXON));
    assert!(KmsAccessDenied::TAXON.is_a(category::Denied::TAXON));
    for class in [KmsException::TAXON, InvalidEnvelope::TAXON] {
        assert!(class.is_a(EncryptionException::TAXON) && class.is_a(PydynoxException::TAXON), "{}", class.name());
    }
    assert!(!AccessDeniedException::TAXON.is_a(EncryptionException::TAXON));
    assert!(!EncryptionException::TAXON.is_a(category::Denied::TAXON));
}

/// What a program asks that knows other services as well.
#[test]
fn each_class_is_of_the_kind_that_other_services_have_as_well() {
    assert!(ResourceNotFoundException::TAXON.is_a(category::NotFound::TAXON));
    assert!(ResourceInUseException::TAXON.is_a(category::Conflict::TAXON));
    assert!(ConditionalCheckFailedException::TAXON.is_a(category::Conflict::TAXON));
    assert!(ValidationException::TAXON.is_a(category::InvalidInput::TAXON));
    assert!(SerializationException::TAXON.is_a(category::InvalidInput::TAXON));
    assert!(ProvisionedThroughputExceededException::TAXON.is_a(category::Throttled::TAXON));
    assert!(CredentialsException::TAXON.is_a(category::Unauthenticated::TAXON));
    for class in [ConnectionException::TAXON, ConnectionRefused::TAXON, HostNotFound::TAXON, ConnectionTimeout::TAXON] {
        assert!(class.is_a(category::Connection::TAXON), "{}", class.name());
    }
    assert!(ConnectionTimeout::TAXON.is_a(category::Timeout::TAXON));
    assert!(!ConnectionRefused::TAXON.is_a(category::Timeout::TAXON));
    assert!(LockLost::TAXON.is_a(category::FailedPrecondition::TAXON));
}

/// As the original's table has it: neither a failed connection nor a credential.
#[test]
fn what_failed_on_this_side_is_no_matter_of_the_connection() {
    for class in [RequestNotBuilt::TAXON, InvalidResponse::TAXON] {
        assert!(class.is_a(PydynoxException::TAXON) && !class.is_a(ConnectionException::TAXON), "{}", class.name());
    }
}

#[test]
fn whether_to_try_again_is_said_where_it_is_known() {
    assert_eq!(ProvisionedThroughputExceededException::TAXON.retry(), Some(Retry::Throttling));
    for class in [ConnectionRefused::TAXON, HostNotFound::TAXON, ConnectionTimeout::TAXON] {
        assert_eq!(class.retry(), Some(Retry::Transient), "{}", class.name());
    }
    for class in [ConnectionException::TAXON, S3Exception::TAXON, CredentialsException::TAXON, LockNotAcquired::TAXON] {
        assert_eq!(class.retry(), None, "{}", class.name());
    }
    let unavailable = ErrorResponse::new().with_service("KMS").with_code("KeyUnavailableException");
    assert!(errtax::classify::<PydynoxException>(unavailable).is_retryable());
    let disabled = ErrorResponse::new().with_service("KMS").with_code("DisabledException");
    assert!(!errtax::classify::<PydynoxException>(disabled).is_retryable());
}

/// Each code stands in one rule, and each class is declared in one place.
#[test]
fn each_code_and_each_class_is_written_once() {
    let code: Vec<_> = SOURCES.iter().flat_map(|source| source.lines()).map(str::trim).collect();
    let is_code = |text: &&str| text.len() > 3 && text.chars().all(char::is_alphanumeric);
    let mut written = BTreeMap::new();
    for line in code.iter().filter(|line| !line.starts_with("//")) {
        let in_rules = line.split_once("text").map_or(*line, |(before, _)| before);
        for text in in_rules.split('"').skip(1).step_by(2).filter(is_code) {
            *written.entry(text).or_insert(0) += 1;
        }
    }
    written.retain(|text, _| !["DynamoDB", "Item", "CancellationReasons", "PascalCase"].contains(text));
    assert!(written.len() > 30, "{written:?}");
    assert!(written.values().all(|times| *times == 1), "{written:?}");

    let mut names: Vec<_> = Classifier::of::<PydynoxException>().taxa().map(errtax::Taxon::name).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}
