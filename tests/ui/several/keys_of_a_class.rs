use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(statsu = 503, code = 404, retryable(slowly), local = true)]
struct Busy;

fn main() {}
