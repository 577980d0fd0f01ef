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
#[error("later")]
#[service_error(parent = Late, code = "Later")]
struct Later;

catalog! { static ALL: Late = [Later, Root]; }

fn main() {}
