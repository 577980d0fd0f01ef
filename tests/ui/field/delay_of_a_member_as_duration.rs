use std::time::Duration;

use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("later")]
#[service_error(code = "Later")]
struct Later {
    #[wire(member = "RetryAfterSeconds", retry_after)]
    after: Option<Duration>,
}

fn main() {}
