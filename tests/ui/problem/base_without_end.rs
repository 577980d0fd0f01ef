use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(problem = "https://example.com/probs")]
struct ShopError;

fn main() {}
