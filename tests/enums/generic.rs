//! A generic enum.

use std::io;

use errtax::ServiceError;
use thiserror::Error;

use super::{DbError, Late, StorageError, storage_error};

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
