use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(parent(OrdersError))]
struct Busy;

fn main() {}
