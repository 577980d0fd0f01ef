use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(code = "Busy", text())]
struct Busy;

fn main() {}
