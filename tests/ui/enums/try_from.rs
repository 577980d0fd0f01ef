use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("busy")]
    #[service_error(code = "Busy")]
    Busy,
}

fn main() {
    OrderError::try_from(ErrorResponse::new());
}
