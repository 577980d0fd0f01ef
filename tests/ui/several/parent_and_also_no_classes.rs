use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(parent = std::string::String, also(u64), status = 503)]
struct Busy;

fn main() {}
