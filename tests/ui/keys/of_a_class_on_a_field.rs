use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
struct Busy {
    #[service_error(status = 503)]
    id: u64,
}

fn main() {}
