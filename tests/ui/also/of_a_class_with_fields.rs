use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders: {response}")]
struct OrdersError {
    #[wire(response)]
    response: ErrorResponse,
}


#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(status = 503, also(OrdersError))]
struct Busy;

fn main() {}
