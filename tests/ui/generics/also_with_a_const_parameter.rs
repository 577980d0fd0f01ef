use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("inner")]
struct Inner<const N: usize>;

#[derive(Debug, Error, ServiceError)]
#[error("wrapped")]
#[service_error(also(Inner<N>))]
struct Wrapped<const N: usize>;

fn main() {}
