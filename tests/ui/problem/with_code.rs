use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[wire(problem = "u:late", code = "late")]
struct Late;

fn main() {}
