use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("other")]
    #[wire(fallback)]
    Other { error: errtax::Error },
}

fn main() {}
