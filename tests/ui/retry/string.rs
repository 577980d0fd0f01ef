use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(retryable = "throttling")]
struct Busy;

fn main() {}
