use errtax::ServiceError;

#[derive(ServiceError)]
#[service_error(category, retryable = advise)]
enum Network {}

fn main() {}
