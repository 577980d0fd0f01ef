use errtax::{ServiceError, category};

#[derive(ServiceError)]
#[service_error(category, retryable = advise)]
enum Network {}

fn main() {}
