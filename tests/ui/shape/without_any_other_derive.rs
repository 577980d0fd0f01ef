use errtax::ServiceError;

#[derive(ServiceError)]
#[service_error(code = "Busy", status = 503)]
struct Busy;

fn main() {}
