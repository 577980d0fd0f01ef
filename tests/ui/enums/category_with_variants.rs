use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[service_error(category)]
enum OrderError {
    #[error("busy")]
    Busy,
}

fn main() {}
