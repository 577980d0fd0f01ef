use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(status(400, 600, "413", 503u16))]
struct Busy;

fn main() {}
