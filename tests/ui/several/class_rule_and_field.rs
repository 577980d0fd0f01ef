use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder", status = "404", fault = user)]
#[wire(code("NoSuchOrder", "NoOrder"))]
#[wire(stauts = 404)]
struct NoOrder {
    id: u64,
    #[wire(response)]
    first: ErrorResponse,
    #[wire(response)]
    second: ErrorResponse,
}

fn main() {}
