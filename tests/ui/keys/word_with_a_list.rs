use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(code = "Busy", expose(all))]
struct Busy;

fn main() {}
