use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(category, code = "NoOrder", status = 404, fault = server)]
#[wire(code = "NoSuchOrder", fallback)]
struct NoOrder<'a, T> {
    id: &'a T,
}

fn main() {}
