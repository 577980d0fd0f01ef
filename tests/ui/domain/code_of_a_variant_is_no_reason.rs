use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[service_error(domain = "orders.example.com")]
enum OrderError {
    #[error("late")]
    #[service_error(code = "LATE_")]
    Late,
    #[error("early")]
    #[service_error(code = "TOO_EARLY")]
    Early,
}

fn main() {}
