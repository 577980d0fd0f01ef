use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(domain = "orders.example.com")]
struct OrdersError;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(parent = OrdersError, code = "too-late")]
struct Late;

fn main() {}
