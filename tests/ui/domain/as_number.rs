use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(domain = 7)]
struct OrdersError;

fn main() {}
