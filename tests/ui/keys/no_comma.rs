use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(code = "Busy" status = 503)]
struct Busy;

fn main() {}
