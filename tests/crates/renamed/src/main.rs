//! Errtax under another name.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]

use taxonomy::{ErrorResponse, ServiceError};
use thiserror::Error;

/// Root.
#[derive(Debug, Error, ServiceError)]
#[error("root: {response}")]
#[service_error(crate = taxonomy)]
struct Root {
    #[wire(response)]
    response: ErrorResponse,
}

/// Child.
#[derive(Debug, Error, ServiceError)]
#[error("child {n}")]
#[service_error(crate = ::taxonomy, parent = Root, code = "Child")]
struct Child {
    #[wire(member)]
    n: u8,
}

fn main() {
    let response = ErrorResponse::new().with_code("Child").with_member("n", 7);
    let error = taxonomy::classify::<Root>(response);
    assert_eq!(error.downcast_ref::<Child>().map(|child| child.n), Some(7));
    println!("{error}");
}
