use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("slow")]
    #[service_error(status = 404, fault = server)]
    Slow,
}

fn main() {}
