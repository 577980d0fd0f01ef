use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, ServiceError)]
#[service_error(category)]
enum Orders {}

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
struct NoOrder {
    #[service_error(base)]
    base: Orders,
}

fn main() {}
