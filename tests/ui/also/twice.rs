use errtax::{ServiceError, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(also(category::NotFound, category::Conflict, category::NotFound))]
struct NoOrder;

fn main() {}
