use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(status = 503, retryable = advise)]
struct Busy;

fn main() {}
