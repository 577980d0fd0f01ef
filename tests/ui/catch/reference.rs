use errtax::{ServiceError, catch, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("late")]
#[service_error(also(category::Timeout))]
struct Late;

fn main() {
    let error = errtax::Error::new(Late);
    catch!(error => {
        _: &Late => {}
        _ => {}
    });
}
