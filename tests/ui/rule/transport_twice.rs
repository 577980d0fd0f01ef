use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(transport(dns, tls, dns))]
struct Busy;

fn main() {}
