use errtax::ServiceError;

#[derive(ServiceError)]
#[service_error(category = "network")]
enum Network {}

fn main() {}
