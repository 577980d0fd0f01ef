use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
struct NoOrder {
    #[service_error(base = OrdersError)]
    base: u64,
}

fn main() {}
