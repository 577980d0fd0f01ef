use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("the last of the client's")]
#[service_error(status = 499, fault = server)]
struct Last;

#[derive(Debug, Error, ServiceError)]
#[error("the first of the server's")]
#[service_error(status = 500, fault = client)]
struct First;

fn main() {}
