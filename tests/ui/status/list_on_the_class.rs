use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(status(404, 410))]
struct Busy;

fn main() {}
