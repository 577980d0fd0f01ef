use errtax::{ServiceError, category};
use classes::{Orders, Refused};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(parent = Orders, also(category::Throttled, Refused), statsu = 503)]
struct Busy;

mod classes {
    #[derive(errtax::ServiceError)]
    #[service_error(category)]
    pub enum Orders {}

    #[derive(errtax::ServiceError)]
    #[service_error(category)]
    pub enum Refused {}
}

fn main() {}
