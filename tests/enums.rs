//! An enum is a parent, its variants are its children; what a variant holds answers for itself.

use std::io;
use std::time::Duration;

use errtax::{Classifier, ErrorResponse, Fault, Retry, RetryAdvice, ServiceError, Unclassified, category};
use thiserror::Error;

/// What the storage below answers.
#[derive(Debug, Error, ServiceError)]
#[error("storage: {response}")]
#[service_error(service = "dynamodb", code = "StorageError", status = 503, retryable)]
struct StorageError {
    #[wire(response)]
    response: ErrorResponse,
}

/// The table does not exist.
#[derive(Debug, Error, ServiceError)]
#[error("no table: {base}")]
#[service_error(code = "NoTable", status = 404, also(category::NotFound))]
struct NoTable {
    #[service_error(base)]
    base: StorageError,
}

#[derive(Debug, Error)]
#[error("the database is gone")]
struct DbError;

/// What the orders service answers.
#[derive(Debug, Error, ServiceError)]
#[service_error(service = "orders")]
enum OrderError {
    /// There is no such order.
    #[error("order {id} not found")]
    #[service_error(code = "order-not-found", status = 404, also(category::NotFound))]
    #[wire(code = "no-such-order")]
    NotFound {
        #[wire(member)]
        id: u64,
    },
    #[error("too many orders")]
    #[service_error(code = "too-many-orders", status = 429, retryable(throttling))]
    TooMany(#[wire(retry_after)] Duration),
    #[error("closed")]
    #[service_error(code = "closed", status = 503, retryable = Self::reopens)]
    Closed(#[wire(context = "region", default)] String, #[wire(message, default)] String),
    #[error("database")]
    #[service_error(code = "internal", status = 500, local)]
    Database(#[from] DbError),
    #[error("io")]
    #[service_error(status = 500, local)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Upstream(#[from] StorageError),
    #[error(transparent)]
    Table(#[from] NoTable),
    #[error(transparent)]
    #[wire(fallback)]
    Other(errtax::Error),
}

impl OrderError {
    fn reopens(&self) -> Option<RetryAdvice> {
        matches!(self, Self::Closed(region, _) if region == "eu").then(|| RetryAdvice::from(Retry::Transient))
    }

    /// An exhaustive `match`: no wildcard.
    fn in_words(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "not found",
            Self::TooMany(_) => "too many",
            Self::Closed(..) => "closed",
            Self::Database(_) => "database",
            Self::Io(_) => "io",
            Self::Upstream(_) => "upstream",
            Self::Table(_) => "table",
            Self::Other(_) => "other",
        }
    }
}

fn response(code: &str) -> ErrorResponse {
    ErrorResponse::new().with_code(code)
}

fn storage_error() -> StorageError {
    StorageError { response: response("Whatever").with_status(500).with_request_id("R-1").with_context("table", "t") }
}

#[test]
fn the_enum_is_the_parent_of_its_variants() {
    let own = OrderError::TAXON;
    let taxa: Vec<_> = Classifier::of::<OrderError>().taxa().map(errtax::Taxon::name).collect();
    let variants = ["Closed", "Database", "Io", "NotFound", "TooMany"].map(|name| format!("OrderError::{name}"));
    assert_eq!(taxa[0], "OrderError");
    assert_eq!(taxa[1..], variants, "those that hold a service error have no node");

    let not_found = OrderError::NotFound { id: 1 };
    let taxon = not_found.taxon();
    assert_eq!((taxon.parent(), taxon.docs()), (Some(own), "There is no such order."));
    assert_eq!(taxon.id(), errtax::TaxonId::of_path("enums::OrderError::NotFound"));
    assert_eq!((taxon.service(), taxon.code(), taxon.status()), (Some("orders"), Some("order-not-found"), Some(404)));
    assert_eq!((own.service(), own.code(), own.status()), (Some("orders"), None, None));
    assert_eq!(not_found.fault(), Some(Fault::Client));
}

#[test]
fn a_response_becomes_the_variant_that_claims_it() {
    for code in ["order-not-found", "no-such-order"] {
        let error = errtax::classify::<OrderError>(response(code).with_member("id", 7).with_request_id("R-2"));
        assert!(error.is_a::<OrderError>() && error.is_a::<category::NotFound>());
        assert!(matches!(error.downcast_ref(), Some(OrderError::NotFound { id: 7 })));
        assert_eq!((error.taxon().name(), error.to_string()), ("OrderError::NotFound", "order 7 not found".to_owned()));
        assert_eq!(error.request_id(), Some("R-2"), "what a variant has no room for stays beside it");
    }
    let error = errtax::classify::<OrderError>(response("too-many-orders").with_header("retry-after", "3"));
    assert_eq!(error.retry_advice(), RetryAdvice::from(Retry::Throttling).with_after(Duration::from_secs(3)));
    let closed = response("closed").with_context("region", "eu").with_message("at night");
    let closed = OrderError::from(errtax::classify::<OrderError>(closed));
    assert!(matches!(&closed, OrderError::Closed(region, message) if region == "eu" && message == "at night"));
    assert_eq!((closed.context("region"), closed.message().as_deref()), (Some("eu"), Some("at night")));
}

#[test]
fn what_no_variant_claims_is_still_the_enums_and_keeps_everything() {
    let error = errtax::classify::<OrderError>(response("internal"));
    assert!(error.downcast_ref::<Unclassified>().is_some(), "a local variant is never built");
    let unfit = errtax::classify::<OrderError>(response("order-not-found").with_member("id", "seven"));
    assert!(unfit.is_a::<OrderError>() && unfit.downcast_ref::<OrderError>().is_none());
    assert_eq!(unfit.taxon().name(), "OrderError::NotFound");

    let other = OrderError::from(unfit);
    assert_eq!(other.in_words(), "other");
    assert_eq!((other.code(), other.taxon().name()), (Some("order-not-found"), "OrderError::NotFound"));
    let unknown = OrderError::from(errtax::classify::<OrderError>(ErrorResponse::new().with_status(418)));
    assert_eq!((unknown.code(), unknown.status()), (None, Some(418)));
}

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
fn a_caller_asks_is_a_and_matches_all_variants() {
    let error: errtax::Error = OrderError::TooMany(Duration::from_secs(1)).into();
    assert!(error.is_a::<OrderError>());
    assert_eq!(error.downcast_ref::<OrderError>().unwrap().in_words(), "too many");
}

#[test]
fn a_variant_says_whether_repeating_helps() {
    assert!(OrderError::Closed("eu".to_owned(), String::new()).is_retryable());
    // Its function has nothing to say, so the status has: 503.
    assert_eq!(
        OrderError::Closed("us".to_owned(), String::new()).own_advice(),
        None,
        "each value is asked, as on a struct"
    );
    let advice = OrderError::TooMany(Duration::from_secs(2)).retry_advice();
    assert_eq!((advice.retry(), advice.after()), (Some(Retry::Throttling), Some(Duration::from_secs(2))));
    assert!(!OrderError::NotFound { id: 1 }.is_retryable());
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

#[test]
fn an_enum_is_found_behind_a_foreign_wrapper() {
    let wrapped = io::Error::other(OrderError::NotFound { id: 3 });
    let found = errtax::find(&wrapped).unwrap();
    assert!(matches!(found.downcast_ref(), Some(OrderError::NotFound { id: 3 })));
    assert_eq!(errtax::report(&wrapped).to_string(), "order 3 not found");
}

#[test]
fn the_taxonomy_of_an_enum_is_verified() {
    errtax::verify::<OrderError>().unwrap();
    let error = errtax::verify::<Contested>().unwrap_err().to_string();
    assert!(error.contains("`Contested::Taken` and `Late` both claim `code = \"taken\"`"), "{error}");
}

/// An enum with a child beside its variants.
#[derive(Debug, Error, ServiceError)]
enum Contested {
    #[error("taken")]
    #[service_error(code = "taken")]
    Taken,
}

/// A child of the enum, as any class.
#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(parent = Contested, code = "taken")]
struct Late;

#[test]
fn an_enum_may_be_the_parent_of_other_classes() {
    assert!(Late.as_dyn().is_a::<Contested>());
    assert_eq!(Late.taxon().parent(), Some(Contested::TAXON));
}

/// One node a variant for all instantiations.
#[derive(Debug, Error, ServiceError)]
enum Generic<E: std::error::Error + Send + Sync> {
    #[error("inside")]
    #[service_error(status = 500)]
    Inside(#[source] E),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    #[wire(fallback)]
    Rest(errtax::Error),
}

#[test]
fn a_generic_enum_has_one_tree_for_all_its_instantiations() {
    let (io, db) = (Generic::Inside(io::Error::other("x")), Generic::Inside(DbError));
    assert_eq!(io.taxon(), db.taxon());
    assert!(io.is_a::<Generic<DbError>>() && io.status() == Some(500));
    let sorted = Generic::<DbError>::from(errtax::Error::new(storage_error()));
    assert!(matches!(sorted, Generic::Storage(_)));
    assert!(matches!(Generic::<DbError>::from(errtax::Error::new(Late)), Generic::Rest(_)));
}
