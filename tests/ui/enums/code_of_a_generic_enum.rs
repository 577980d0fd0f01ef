use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
enum OrderError<E: std::error::Error + Send + Sync> {
    #[error("busy")]
    #[service_error(code = "Busy")]
    Busy,
    #[error("inside")]
    #[service_error(status = 500)]
    Inside(#[source] E),
}

fn main() {}
