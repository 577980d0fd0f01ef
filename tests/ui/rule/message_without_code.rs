use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(message_prefix = "later")]
struct Busy;

fn main() {}
