use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(cdoe = "Busy")]
struct Busy;

fn main() {}
