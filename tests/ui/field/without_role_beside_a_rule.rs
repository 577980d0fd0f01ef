use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[wire(status = 404)]
struct NoOrder {
    id: u64,
}

fn main() {}
