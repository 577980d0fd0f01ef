//! The two trees by themselves: sound, and what holds of each class.

use errtax::{Class, Classifier, ErrorResponse, Retry, ServiceError, Taxon, category};
use powertools_idempotency::{
    AccessDeniedException, BaseError, ClientError, ConditionalCheckFailedException, CredentialsError,
    IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError, IdempotencyItemAlreadyExistsError,
    IdempotencyItemNotFoundError, IdempotencyKeyError, IdempotencyPersistenceConnectionError,
    IdempotencyPersistenceLayerError, IdempotencyValidationError, NoAnswer, ResourceNotFoundException,
    ServiceUnavailable, TimedOut, ValidationException,
};

/// What DynamoDB says of credentials that it does not accept.
const OF_CREDENTIALS: [&str; 5] = [
    "ExpiredTokenException",
    "IncompleteSignatureException",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "UnrecognizedClientException",
];

#[test]
fn the_trees_are_sound() {
    errtax::verify::<BaseError>().unwrap();
    errtax::verify::<ClientError>().unwrap();
}

#[test]
fn the_utility_has_fourteen_classes_all_documented_and_below_the_base() {
    let classes: Vec<_> = Classifier::of::<BaseError>().taxa().collect();
    assert_eq!(classes.len(), 14);
    for class in classes {
        assert!(
            class.depth() == usize::from(class.name() != "BaseError") && !class.docs().is_empty(),
            "{}",
            class.name()
        );
    }
}

/// They are raised, and no answer becomes one.
#[test]
fn no_code_becomes_a_class_of_the_utility() {
    assert_eq!(Classifier::of::<BaseError>().taxa().filter_map(Taxon::code).count(), 0);
    let classified = errtax::classify::<BaseError>(ErrorResponse::new().with_code("IdempotencyKeyError"));
    assert!(classified.downcast_ref::<BaseError>().is_none());
}

#[test]
fn each_class_is_found_by_the_code_of_dynamodb() {
    let name = |code| Classifier::of::<ClientError>().taxon(&ErrorResponse::new().with_code(code)).name();
    for class in Classifier::of::<ClientError>().taxa().filter_map(Taxon::code) {
        assert_eq!(name(class), class);
    }
    for code in OF_CREDENTIALS {
        assert_eq!(name(code), "CredentialsError", "{code}");
    }
    assert_eq!(name("BrandNew"), "ClientError");
}

/// What a program asks that knows other services as well.
#[test]
fn each_class_is_of_the_kind_that_other_services_have_as_well() {
    for class in [IdempotencyItemAlreadyExistsError::TAXON, IdempotencyAlreadyInProgressError::TAXON] {
        assert!(class.is_a(category::Conflict::TAXON) && class.status() == Some(409), "{}", class.name());
    }
    for class in [IdempotencyValidationError::TAXON, IdempotencyKeyError::TAXON] {
        assert!(class.is_a(category::InvalidInput::TAXON), "{}", class.name());
    }
    assert!(IdempotencyItemNotFoundError::TAXON.is_a(category::NotFound::TAXON));
    assert!(IdempotencyPersistenceConnectionError::TAXON.is_a(category::Connection::TAXON));
    assert!(NoAnswer::TAXON.is_a(category::Connection::TAXON));
    assert!(TimedOut::TAXON.is_a(category::Timeout::TAXON) && !TimedOut::TAXON.is_a(category::Connection::TAXON));
    assert!(ValidationException::TAXON.is_a(category::InvalidInput::TAXON));
    assert!(ServiceUnavailable::TAXON.is_a(category::Unavailable::TAXON));
    assert!(AccessDeniedException::TAXON.is_a(category::Denied::TAXON));
    assert!(CredentialsError::TAXON.is_a(category::Unauthenticated::TAXON));
    assert!(ConditionalCheckFailedException::TAXON.is_a(category::Conflict::TAXON));
}

#[test]
fn whether_to_try_again_is_said_where_it_is_known() {
    for class in [IdempotencyAlreadyInProgressError::TAXON, IdempotencyInconsistentStateError::TAXON] {
        assert_eq!(class.retry(), Some(Retry::Transient), "{}", class.name());
    }
    for class in [
        IdempotencyValidationError::TAXON,
        IdempotencyKeyError::TAXON,
        AccessDeniedException::TAXON,
        CredentialsError::TAXON,
        ResourceNotFoundException::TAXON,
        ValidationException::TAXON,
    ] {
        assert_eq!(class.retry(), Some(Retry::Never), "{}", class.name());
    }
    let throttled = Classifier::of::<ClientError>().taxa().filter(|class| class.is_a(category::Throttled::TAXON));
    assert!(throttled.map(Taxon::retry).eq([Some(Retry::Throttling); 3]));
}

/// A status of 503 alone would say that it may.
#[test]
fn a_store_that_failed_without_a_cause_must_not_be_asked_again() {
    let error = IdempotencyPersistenceLayerError::from(BaseError::new("it failed"));
    assert_eq!((error.status(), error.retry_advice().retry()), (Some(503), Some(Retry::Never)));
}

/// And nothing but the declarations knows a code.
#[test]
fn each_code_is_written_once() {
    let sources = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
    let sources: Vec<_> = sources.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let lines = sources.iter().flat_map(|source| source.lines()).filter(|line| !line.trim().starts_with("//"));
    let code: String = lines.collect();
    let codes: Vec<_> = Classifier::of::<ClientError>().taxa().filter_map(Taxon::code).collect();
    assert_eq!(codes.len(), 13);
    for written in codes.into_iter().chain(OF_CREDENTIALS) {
        assert_eq!(code.matches(&format!("\"{written}\"")).count(), 1, "{written}");
    }
}
