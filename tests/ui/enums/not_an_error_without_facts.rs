use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("no order {0}")]
    NotFound(u64),
    #[error("other")]
    #[wire(fallback)]
    Other(errtax::Error),
}

fn main() {}
