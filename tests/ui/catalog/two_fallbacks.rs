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
#[error("a")]
#[service_error(parent = Root)]
#[wire(fallback)]
struct A;

#[derive(Debug, Error, ServiceError)]
#[error("b")]
#[service_error(parent = Root)]
#[wire(fallback)]
struct B;

catalog! { static ALL: Root = [A, B]; }

fn main() {}
