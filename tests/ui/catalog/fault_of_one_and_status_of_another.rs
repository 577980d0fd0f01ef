use errtax::{ServiceError, catalog};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root")]
struct Root;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(parent = Root, code = "Late")]
struct Late;

#[derive(Debug, Error, ServiceError)]
#[error("gone")]
#[service_error(parent = Root, status = 404)]
struct Gone;

#[derive(Debug, Error, ServiceError)]
#[error("lost")]
#[service_error(parent = Gone, fault = server)]
struct Lost;

catalog! { static ALL: Root = [Gone, Lost]; }

fn main() {}
