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
#[service_error(parent = Root)]
#[wire(service = "s3", status = 504, message_prefix = "Time")]
struct Gone;

#[derive(Debug, Error, ServiceError)]
#[error("lost")]
#[service_error(parent = Root)]
#[wire(service = "s3", status = 504, message_prefix = "time")]
struct Lost;

catalog! { static ALL: Root = [Lost, Late, Gone]; }

fn main() {}
