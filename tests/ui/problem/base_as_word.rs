use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(problem)]
struct ShopError;

fn main() {}
