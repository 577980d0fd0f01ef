use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, serde::Deserialize)]
struct Item;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder", out)]
struct NoOrder {
    #[wire(member)]
    item: Vec<Item>,
}

fn main() {}
