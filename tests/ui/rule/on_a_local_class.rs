use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(local, status = 503)]
#[wire(code = "Busy")]
struct Busy;

fn main() {}
