use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[wire(problem("u:a", "u:b"))]
struct Late;

fn main() {}
