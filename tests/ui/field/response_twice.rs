use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[wire(response)]
    response: ErrorResponse,
    #[wire(response)]
    other: ErrorResponse,
}

fn main() {}
