use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(code = "*")]
#[wire(text = "later")]
#[wire(transport(dsn), status = 600)]
#[wire(message_prefix = "later", servcie = "orders")]
struct Busy;

fn main() {}
