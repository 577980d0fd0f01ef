use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order in {region}")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    #[wire(header = "X Region:")]
    region: String,
}

fn main() {}
