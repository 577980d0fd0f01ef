use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(local)]
struct OrdersError;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[service_error(base)]
    base: OrdersError,
}

fn main() {}
