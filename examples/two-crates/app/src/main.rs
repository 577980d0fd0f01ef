//! An application that adds a class to the tree of a library which has never heard of it.

use errtax::{Classifier, ServiceError, category};
use storage::{StorageError, WriteRefused};
use thiserror::Error;

/// The bucket is under a legal hold: a kind of refused write that only this application knows about.
#[derive(Debug, Error, ServiceError)]
#[error("legal hold, case {case}")]
#[service_error(parent = WriteRefused, code = "LegalHold", retryable = false)]
struct LegalHold {
    #[wire(member)]
    case: String,
}

fn main() {
    println!("the tree:");
    for taxon in Classifier::of::<StorageError>().taxa() {
        println!("  {:indent$}{}", "", taxon.name(), indent = taxon.depth() * 2);
    }
    for key in ["missing", "full", "locked", "odd"] {
        let error = storage::get(key).expect_err("this storage is empty");
        let lineage: Vec<_> = error.taxon().lineage().iter().map(|taxon| taxon.name()).collect();
        println!("{key}: {error}");
        println!("  lineage    {}", lineage.join(" > "));
        println!("  a conflict {}", error.is_a::<category::Conflict>());
        if let Some(hold) = error.downcast_ref::<LegalHold>() {
            println!("  case       {}", hold.case);
        }
    }
}
