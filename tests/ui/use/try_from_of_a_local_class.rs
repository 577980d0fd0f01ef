use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(local)]
struct Busy;

fn main() {
    Busy::try_from(ErrorResponse::new()).unwrap();
}
