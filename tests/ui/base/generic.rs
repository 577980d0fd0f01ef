use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders: {response}")]
struct OrdersError {
    #[wire(response)]
    response: ErrorResponse,
}


#[derive(Debug, Error, ServiceError)]
#[error("wrapped")]
struct Wrapped<T: std::fmt::Debug + Send + Sync>(T);

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
struct NoOrder {
    #[service_error(base)]
    base: Wrapped<OrdersError>,
}

fn main() {}
