use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(parent = Self)]
struct NoOrder;

fn main() {}
