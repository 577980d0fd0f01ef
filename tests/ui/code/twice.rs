use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(code("Busy", "Later", "Busy"))]
struct Busy;

fn main() {}
