use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(transport(dns, tls))]
struct Busy;

fn main() {}
