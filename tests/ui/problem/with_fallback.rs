use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("other")]
#[wire(problem = "https://shop.example/problems/other", fallback)]
struct Other;

fn main() {}
