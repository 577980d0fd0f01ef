use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("wrapped")]
#[service_error(code = "Wrapped")]
struct Wrapped<T>(T);

fn main() {}
