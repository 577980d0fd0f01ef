use errtax::{ServiceError, catalog};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root")]
struct Root;

#[derive(Debug, Error, ServiceError)]
#[error("bad")]
#[service_error(parent = Root, status = 200)]
struct Bad;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(parent = Bad, code = "Late")]
struct Late;

catalog! { static ALL: Root = [Bad, Late]; }

fn main() {}
