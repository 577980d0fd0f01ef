use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(transport())]
struct Busy;

fn main() {}
