//! The two trees by themselves: sound, and what holds of each class.

use errtax::{Class, Classifier, ErrorResponse, Retry, ServiceError, Taxon, category};
use powertools_idempotency::{
    AccessDeniedException, BaseError, ClientError, ConditionalCheckFailedException, CredentialsError,
    IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError, IdempotencyItemAlreadyExistsError,
    IdempotencyItemNotFoundError, IdempotencyKeyError, IdempotencyPersistenceConnectionError,
    IdempotencyPersistenceLayerError, IdempotencyValidationError, NoAnswer, ResourceNotFoundException,
};

#[test]
fn the_trees_are_sound() {
    errtax::verify::<BaseError>().unwrap();
    errtax::verify::<ClientError>().unwrap();
}

/// Nothing that arrives becomes one of the utility's classes: they are raised.
#[test]
fn the_utility_has_fourteen_classes_each_right_below_the_base_and_documented() {
    let classes: Vec<_> = Classifier::of::<BaseError>().taxa().collect();
    assert_eq!(classes.len(), 14);
    for class in classes {
        assert!(class.depth() <= 1 && class.code().is_none() && !class.docs().is_empty(), "{}", class.name());
    }
    assert_eq!(
        errtax::classify::<BaseError>(ErrorResponse::new().with_code("X")).downcast_ref::<BaseError>().map(drop),
        None
    );
}

#[test]
fn each_class_is_found_by_the_code_of_dynamodb() {
    let name = |code| Classifier::of::<ClientError>().taxon(&ErrorResponse::new().with_code(code)).name();
    for class in Classifier::of::<ClientError>().taxa().filter_map(Taxon::code) {
        assert_eq!(name(class), class);
    }
    assert_eq!(name("UnrecognizedClientException"), "CredentialsError");
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
    ] {
        assert_eq!(class.retry(), Some(Retry::Never), "{}", class.name());
    }
    let throttled = Classifier::of::<ClientError>().taxa().filter(|class| class.is_a(category::Throttled::TAXON));
    assert!(throttled.map(Taxon::retry).eq([Some(Retry::Throttling); 3]));
}

/// A status of 503 alone would say that it may.
#[test]
fn a_store_that_failed_without_a_cause_promises_nothing() {
    let error = IdempotencyPersistenceLayerError::from(BaseError::new("it failed"));
    assert_eq!((error.status(), error.retry_advice().retry()), (Some(503), Some(Retry::Never)));
}

/// Each class and each code is declared in one place, and nothing compares codes.
#[test]
fn each_code_and_each_class_is_written_once() {
    let sources = [include_str!("../src/exceptions.rs"), include_str!("../src/client_error.rs")];
    let code = sources.concat();
    for class in Classifier::of::<BaseError>().taxa().chain(Classifier::of::<ClientError>().taxa()) {
        let declared = ["{", "("].map(|open| code.matches(&format!("pub struct {}{open}", class.name())).count());
        let spaced = code.matches(&format!("pub struct {} {{", class.name())).count();
        assert_eq!(declared.iter().sum::<usize>() + spaced, 1, "{}", class.name());
        if let Some(of_wire) = class.code() {
            let lines = code.lines().filter(|line| !line.trim().starts_with("//"));
            assert_eq!(lines.filter(|line| line.contains(&format!("\"{of_wire}\""))).count(), 1, "{of_wire}");
        }
    }
    let layer = [include_str!("../src/idempotency.rs"), include_str!("../src/dynamodb.rs")].concat();
    assert!(!layer.contains("Exception\"") && !layer.contains(".code()"));
}
