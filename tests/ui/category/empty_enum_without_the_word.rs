use errtax::ServiceError;

#[derive(ServiceError)]
enum Network {}

fn main() {}
