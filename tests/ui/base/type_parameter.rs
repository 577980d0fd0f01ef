use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
struct NoOrder<E> {
    #[service_error(base)]
    base: E,
}

fn main() {}
