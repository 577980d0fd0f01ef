use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
enum OrdersError {
    NotFound,
    Busy(u64),
}

fn main() {}
