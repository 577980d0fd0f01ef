//! A variant that holds a service error is that error, and the enum's all the same.

use std::io;

use errtax::{ErrorResponse, Fault, Retry, RetryAdvice, ServiceError, category};
use thiserror::Error;

use super::{DbError, NoTable, OrderError, StorageError, response, storage_error};

#[test]
fn a_variant_without_facts_hands_every_question_on() {
    let error = OrderError::from(storage_error());
    assert_eq!(error.taxon(), StorageError::TAXON);
    assert_eq!((error.code(), error.status(), error.fault()), (Some("Whatever"), Some(500), Some(Fault::Server)));
    assert_eq!((error.request_id(), error.context("table")), (Some("R-1"), Some("t")));
    assert!(error.is_retryable() && error.response().is_some());
    assert!(error.downcast_ref::<StorageError>().is_some());

    let table = OrderError::from(NoTable { base: storage_error() });
    assert!(table.base().is_some() && table.is_a::<category::NotFound>() && table.is_a::<StorageError>());
    assert!(table.downcast_ref::<NoTable>().is_some() && table.downcast_ref::<StorageError>().is_some());
}

/// A service error of nobody's deriving, which answers by itself.
#[derive(Debug, Error)]
#[error("by hand")]
struct ByHand;

impl ServiceError for ByHand {
    fn taxon(&self) -> &'static errtax::Taxon {
        NoTable::TAXON
    }

    fn code(&self) -> Option<&str> {
        None
    }

    fn status(&self) -> Option<u16> {
        Some(599)
    }

    fn fault(&self) -> Option<Fault> {
        None
    }

    fn retry_advice(&self) -> RetryAdvice {
        RetryAdvice::from(Retry::Throttling)
    }
}

/// Around it.
#[derive(Debug, Error, ServiceError)]
enum Manual {
    #[error(transparent)]
    ByHand(#[from] ByHand),
    #[error("own")]
    #[service_error(status = 404, retryable = false)]
    Own,
}

#[test]
fn the_answers_of_the_error_inside_are_its_own() {
    let error = Manual::from(ByHand);
    assert_eq!((error.code(), error.status(), error.fault()), (None, Some(599), None));
    assert_eq!(error.retry_advice().retry(), Some(Retry::Throttling));
    assert_eq!((Manual::Own.status(), Manual::Own.fault()), (Some(404), Some(Fault::Client)));
    assert_eq!(Manual::Own.retry_advice().retry(), Some(Retry::Never));
    // `Unclassified` does not claim the code of its nearest class.
    let unclaimed = errtax::classify::<StorageError>(ErrorResponse::new().with_status(500));
    assert_eq!((unclaimed.taxon().code(), OrderError::from(unclaimed).code()), (Some("StorageError"), None));
}

#[test]
fn a_variant_that_holds_another_error_is_of_both_classes() {
    let error = OrderError::from(storage_error());
    assert!(error.is_a::<OrderError>() && error.is_a::<StorageError>() && !error.is_a::<NoTable>());
    assert!(error.downcast_ref::<OrderError>().is_some());
    let error = errtax::Error::from(error);
    assert!(error.is_a::<OrderError>() && error.is_a::<StorageError>() && !error.is_a::<NoTable>());
    assert!(errtax::find_a::<OrderError>(&error).is_some());
    assert!(!OrderError::NotFound { id: 1 }.is_a::<StorageError>());
    assert!(!errtax::Error::from(storage_error()).is_a::<OrderError>());

    let twice = Outer::Order(error.downcast().unwrap());
    assert!(twice.is_a::<Outer>() && twice.is_a::<OrderError>() && twice.is_a::<StorageError>());
    assert!(twice.is_a::<category::Internal>(), "what the enum is, its values are");
    assert!(twice.downcast_ref::<OrderError>().is_some() && twice.downcast_ref::<StorageError>().is_some());
}

/// Around the enum.
#[derive(Debug, Error, ServiceError)]
#[service_error(also(category::Internal))]
enum Outer {
    #[error("outer: {0}")]
    Order(#[source] OrderError),
    #[error("any: {0}")]
    Any(#[from] errtax::Error),
}

#[test]
fn an_enum_of_nothing_but_other_errors_is_one_all_the_same() {
    let any = Outer::from(errtax::Error::new(storage_error()));
    assert_eq!(any.to_string(), "any: storage: Whatever");
    assert!(any.is_a::<Outer>() && any.is_a::<StorageError>());
    assert_eq!(any.status(), Some(500));
}

#[test]
fn an_erased_error_is_sorted_into_the_variants() {
    let sorted = |error: errtax::Error| OrderError::from(error).in_words();
    assert_eq!(sorted(OrderError::Database(DbError).into()), "database", "the enum itself");
    assert_eq!(sorted(storage_error().into()), "upstream");
    assert_eq!(sorted(NoTable { base: storage_error() }.into()), "table", "its own variant, not its base's");
    assert_eq!(sorted(errtax::classify::<StorageError>(response("NoTable"))), "table");
    assert_eq!(sorted(errtax::classify::<StorageError>(response("New"))), "other");
    assert_eq!(sorted(errtax::classify::<OrderError>(response("order-not-found").with_member("id", 1))), "not found");
}

#[test]
fn the_question_mark_makes_a_variant_of_each_error_inside() {
    fn database() -> Result<(), OrderError> {
        Err(DbError)?
    }
    fn upstream() -> Result<(), OrderError> {
        Err(storage_error())?
    }
    fn classified() -> Result<(), OrderError> {
        Err(errtax::classify::<StorageError>(response("New")))?
    }
    fn erased() -> errtax::Result<()> {
        database()?;
        Ok(())
    }
    let said = [database(), upstream(), classified()].map(|result| result.unwrap_err().in_words());
    assert_eq!(said, ["database", "upstream", "other"]);
    assert_eq!(erased().unwrap_err().status(), Some(500));
    assert_eq!(OrderError::from(io::Error::other("disk")).status(), Some(500));
}
