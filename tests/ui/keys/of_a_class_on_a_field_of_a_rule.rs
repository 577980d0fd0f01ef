use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
struct Busy {
    #[wire(parent = OrdersError)]
    id: u64,
}

fn main() {}
