use errtax::{ServiceError, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(also(category::NoSuchThing))]
struct Busy;

fn main() {}
