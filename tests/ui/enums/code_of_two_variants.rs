use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("busy")]
    #[service_error(code = "Busy")]
    Busy,
    #[error("slow")]
    #[wire(code("Slow", "Busy"))]
    Slow,
}

fn main() {}
