use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
struct Orders;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("busy")]
    #[service_error(parent = Orders, status = 503)]
    Busy,
}

fn main() {}
