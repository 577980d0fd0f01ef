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
#[service_error(parent = Root)]
enum Delay {
    #[error("again")]
    #[service_error(code = "Late")]
    Again,
}

catalog! { static ALL: Root = [Late, Delay]; }

fn main() {}
