use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("other")]
    #[wire(fallback)]
    Other(errtax::Error),
    #[error("rest")]
    #[wire(fallback)]
    Rest(errtax::Error),
}

fn main() {}
