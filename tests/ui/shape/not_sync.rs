use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(status = 503)]
struct Busy(std::cell::Cell<u64>);

fn main() {}
