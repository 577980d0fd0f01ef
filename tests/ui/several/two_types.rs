use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder", statsu = 404)]
struct NoOrder;

#[derive(Debug, Error, ServiceError)]
#[error("no lines of an order")]
#[service_error(parent = NoOrder, code = "NoLines", staus = 404)]
struct NoLines;

fn main() {}
