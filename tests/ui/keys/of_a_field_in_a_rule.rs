use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(response)]
struct Busy {
    response: errtax::ErrorResponse,
}

fn main() {}
