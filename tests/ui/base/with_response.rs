use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders: {response}")]
struct OrdersError {
    #[wire(response)]
    response: ErrorResponse,
}


#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[service_error(base)]
    base: OrdersError,
    #[wire(response)]
    response: ErrorResponse,
}

fn main() {}
