use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(status = StatusCode::NOT_FOUND)]
struct Busy;

fn main() {}
