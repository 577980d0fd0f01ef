use errtax::ServiceError;
use functions::{advise, first};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder", statsu = 404, retryable = advise)]
struct NoOrder {
    #[wire(member, default = first)]
    id: u64,
}

mod functions {
    pub fn advise(_: &super::NoOrder) -> Option<errtax::RetryAdvice> {
        None
    }

    pub fn first() -> u64 {
        1
    }
}

fn main() {}
