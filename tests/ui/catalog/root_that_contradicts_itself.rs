use errtax::{ServiceError, catalog};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("gone")]
#[service_error(status = 404)]
struct Gone;

#[derive(Debug, Error, ServiceError)]
#[error("lost")]
#[service_error(parent = Gone, fault = server)]
struct Lost;

catalog! { static ALL: Lost = []; }

fn main() {}
