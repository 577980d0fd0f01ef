use errtax::ServiceError;

#[derive(Debug, ServiceError)]
#[service_error(code = "Busy", status = 503)]
struct Busy;

fn main() {}
