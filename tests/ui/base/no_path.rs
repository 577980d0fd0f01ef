use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
struct NoOrder {
    #[service_error(base)]
    base: (u64, u64),
}

fn main() {}
