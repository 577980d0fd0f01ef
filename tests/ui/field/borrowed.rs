use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(code = "Busy")]
struct Busy {
    #[wire(member)]
    queue: &'static str,
}

fn main() {}
