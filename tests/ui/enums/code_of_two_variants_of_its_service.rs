use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[service_error(service = "orders")]
enum OrderError {
    #[error("busy")]
    #[service_error(code = "Busy")]
    Busy,
    #[error("full")]
    #[wire(code = "Busy", service = "orders")]
    Full,
}

fn main() {}
