use errtax::{ServiceError, catch, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root")]
struct Root;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(parent = Root, also(category::Timeout))]
struct Late;

#[derive(Debug, Error, ServiceError)]
#[error("later")]
struct Later(#[service_error(base)] Late);

fn main() {
    let error = errtax::Error::new(Late);
    catch!(error => {
        Late => {}
        3 => {}
        _ => {}
    });
}
