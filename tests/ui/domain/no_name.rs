use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(domain = "https://orders.example.com/")]
struct OrdersError;

fn main() {}
