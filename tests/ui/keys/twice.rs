use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(status = 503, code = "Busy", status = 500)]
struct Busy;

fn main() {}
