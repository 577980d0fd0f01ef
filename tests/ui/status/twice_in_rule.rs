use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(status(400, 413, 400))]
struct Busy;

fn main() {}
