use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(code = "Busy", service = "orders")]
#[wire(code = "Busy", service = "orders")]
struct Busy;

fn main() {}
