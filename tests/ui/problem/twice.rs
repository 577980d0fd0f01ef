use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[wire(problem = "u:late")]
#[wire(code = "u:late")]
struct Late;

fn main() {}
