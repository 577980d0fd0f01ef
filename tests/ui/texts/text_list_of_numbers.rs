use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(code = "Busy", text("later: {message}", 7))]
struct Busy;

fn main() {}
