use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
struct OrdersError {
    at: std::time::Instant,
}

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[service_error(base)]
    base: OrdersError,
}

fn main() {}
