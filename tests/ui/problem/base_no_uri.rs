use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(problem = "our problems/")]
struct ShopError;

fn main() {}
