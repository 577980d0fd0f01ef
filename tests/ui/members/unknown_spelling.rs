use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder", members = "camel")]
struct NoOrder {
    id: u64,
}

fn main() {}
