use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(parent = std::string::String)]
struct Busy;

fn main() {}
