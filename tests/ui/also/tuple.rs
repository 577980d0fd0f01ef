use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(also((u8, u16)))]
struct Busy;

fn main() {}
