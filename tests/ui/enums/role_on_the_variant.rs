use std::time::Duration;

use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("too many orders")]
    #[service_error(code = "TooMany")]
    #[wire(retry_after)]
    TooMany(Duration),
}

fn main() {}
