use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no")]
#[service_error(domain = "orders.example.com", code = "NO")]
struct No;

fn main() {}
