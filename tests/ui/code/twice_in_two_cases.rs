use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no space")]
#[wire(code = "Busy", message_prefix = "no space")]
#[wire(code = "Busy", message_prefix = "No Space")]
struct NoSpace;

fn main() {}
