use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(code = "Busy", parent = OrdersError)]
struct Busy;

fn main() {}
