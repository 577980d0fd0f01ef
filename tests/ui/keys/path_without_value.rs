use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(errtax::local)]
struct Busy;

fn main() {}
