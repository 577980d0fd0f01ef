use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("busy")]
    #[service_error(crate = errtax, status = 503)]
    Busy,
}

fn main() {}
