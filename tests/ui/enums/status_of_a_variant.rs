use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("busy")]
    #[service_error(status = 200)]
    Busy,
}

fn main() {}
