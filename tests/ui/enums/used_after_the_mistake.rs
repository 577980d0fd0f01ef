use errtax::{ServiceError, category};
use thiserror::Error;

mod functions {
    use super::OrderError;

    pub fn advise(_: &OrderError) -> Option<errtax::RetryAdvice> {
        None
    }
}
use functions::advise;

#[derive(Debug, Error, ServiceError)]
#[service_error(statsu = 404)]
enum OrderError {
    #[error("busy")]
    #[service_error(retryable = advise, also(category::Throttled))]
    Busy,
    #[error("other")]
    #[wire(fallback)]
    Other(errtax::Error),
}

fn main() {
    let error = OrderError::from(errtax::Error::new(OrderError::Busy));
    error.is_a::<OrderError>();
    error.downcast_ref::<OrderError>();
}
