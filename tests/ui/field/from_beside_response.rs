use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
struct NoOrder {
    #[from]
    #[wire(response)]
    response: ErrorResponse,
}

fn main() {}
