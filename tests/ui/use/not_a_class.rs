use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
struct Busy;

fn main() {
    Busy.as_dyn().is_a::<String>();
}
