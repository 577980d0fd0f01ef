use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(code = "Busy", text("later: {message", "later", ""))]
struct Busy;

fn main() {}
