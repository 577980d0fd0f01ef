use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[wire(transport(dsn, tls, tcp))]
struct Busy;

fn main() {}
