use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(zzz = "Busy")]
struct Busy;

fn main() {}
