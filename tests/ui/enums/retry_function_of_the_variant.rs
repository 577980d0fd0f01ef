use errtax::ServiceError;
use thiserror::Error;

struct Busy;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("busy")]
    #[service_error(retryable = by_value)]
    Busy,
}

fn by_value(_: &Busy) -> Option<errtax::RetryAdvice> {
    None
}

fn main() {}
