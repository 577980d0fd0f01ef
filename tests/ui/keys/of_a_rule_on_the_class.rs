use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(message_prefix = "later")]
struct Busy;

fn main() {}
