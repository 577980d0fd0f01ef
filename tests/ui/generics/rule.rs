use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("wrapped")]
#[wire(status = 503)]
struct Wrapped<T>(T);

fn main() {}
