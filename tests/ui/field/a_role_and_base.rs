use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
struct NoOrder {
    #[service_error(base)]
    #[wire(response)]
    base: ErrorResponse,
}

fn main() {}
