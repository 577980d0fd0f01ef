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
#[error("too late")]
#[service_error(parent = Root, code = "Late")]
struct TooLate;

catalog! { static ALL: Root = [Late, TooLate]; }

fn main() {}
