use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(errtax::status = 503)]
struct Busy;

fn main() {}
