use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("io")]
    Io(#[from] std::io::Error),
}

fn main() {}
