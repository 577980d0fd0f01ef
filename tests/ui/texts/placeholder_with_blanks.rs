use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[wire(code = "NoOrder", text = "no order { table }")]
struct NoOrder;

fn main() {}
