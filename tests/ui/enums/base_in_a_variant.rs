use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
struct Orders;

#[derive(Debug, Error, ServiceError)]
enum OrderError {
    #[error("busy")]
    #[service_error(code = "Busy")]
    Busy {
        #[service_error(base)]
        base: Orders,
    },
}

fn main() {}
