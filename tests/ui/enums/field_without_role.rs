use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("no order {id}")]
    #[service_error(code = "NoOrder")]
    NotFound { id: u64 },
}

fn main() {}
