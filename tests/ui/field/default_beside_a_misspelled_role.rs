use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order {id}")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[wire(membr, default)]
    id: u64,
}

fn main() {}
