use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(also = errtax::category::Throttled)]
struct Busy;

fn main() {}
