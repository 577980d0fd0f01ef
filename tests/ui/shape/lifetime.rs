use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no table {table}")]
struct NoTable<'a> {
    table: &'a str,
}

fn main() {}
