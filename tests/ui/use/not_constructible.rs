use errtax::{FromResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(local)]
struct Busy;

fn fake<T: FromResponse>() {}

fn main() {
    fake::<Busy>();
}
