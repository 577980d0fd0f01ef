use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[service_error(local)]
enum OrderError {
    #[error("busy")]
    #[wire(code = "Busy")]
    Busy,
}

fn main() {}
