use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("network")]
#[service_error(category)]
struct Network;

fn main() {}
