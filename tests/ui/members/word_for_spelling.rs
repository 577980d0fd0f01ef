use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder", members = camelCase)]
struct NoOrder {
    id: u64,
}

fn main() {}
