use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("other")]
    #[wire(fallback)]
    Other(#[from] errtax::Error),
}

fn main() {
    let _: fn(errtax::Error) -> OrderError = OrderError::from;
}
