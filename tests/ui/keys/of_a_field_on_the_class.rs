use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(base)]
struct Busy {
    base: u64,
}

fn main() {}
