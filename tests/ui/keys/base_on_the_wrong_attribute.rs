use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[wire(base)]
    id: u64,
}

fn main() {}
