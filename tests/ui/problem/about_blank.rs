use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("blank")]
#[wire(problem = "about:blank")]
struct Blank;

fn main() {}
