//! An enum is a parent, its variants are its children; what a variant holds answers for itself.

mod generic;
mod received;
mod wrapping;

use std::io;
use std::time::Duration;

use errtax::{Classifier, ErrorResponse, Fault, Retry, RetryAdvice, ServiceError, category};
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
