use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("closed")]
    #[service_error(code = "Closed")]
    Closed,
    #[error(transparent)]
    #[wire(fallback, text = "something else")]
    Other(errtax::Error),
}

fn main() {}
