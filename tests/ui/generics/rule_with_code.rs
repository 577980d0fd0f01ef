use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("wrapped")]
#[wire(code("Wrapped", "Wrapper"))]
struct Wrapped<const N: usize>;

fn main() {}
