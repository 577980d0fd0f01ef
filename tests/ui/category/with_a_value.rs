use errtax::{ServiceError, category};

#[derive(ServiceError)]
#[service_error(category = "network")]
enum Network {}

fn main() {}
