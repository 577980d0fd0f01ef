use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder", members)]
struct NoOrder {
    id: Id,
}

#[derive(Debug)]
struct Id;

fn main() {}
