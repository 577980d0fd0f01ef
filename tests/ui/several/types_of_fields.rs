use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[wire(response)]
    response: String,
    #[wire(cause)]
    cause: Option<String>,
    #[wire(retry_after)]
    after: bool,
    #[wire(member)]
    at: std::time::Instant,
}

fn main() {}
