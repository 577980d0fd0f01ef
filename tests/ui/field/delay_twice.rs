use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("full")]
#[service_error(code = "Full")]
struct Full {
    #[wire(member = "RetryAfterSeconds", retry_after)]
    seconds: Option<u32>,
    #[wire(retry_after)]
    after: Option<u64>,
}

fn main() {}
