use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("wrapped")]
#[service_error(also(T))]
struct Wrapped<T>(T);

fn main() {}
