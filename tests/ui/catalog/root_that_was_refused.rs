use errtax::{ServiceError, catalog};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root")]
#[service_error(status = 200)]
struct Root;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(parent = Root, code = "Late")]
struct Late;

catalog! { static NONE: Root = []; }
catalog! { static ALL: Root = [Late]; }

fn main() {}
