use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error)]
#[error("orders")]
struct OrdersError;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(parent = OrdersError, code = "Busy", status = 503)]
struct Busy;

fn main() {}
