use errtax::ServiceError;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(code = "NoOrder")]
struct NoOrder {
    id: u64,
    #[wire(mesage)]
    text: String,
    #[wire(member = 7)]
    number: u64,
    #[wire(request_id, header = "X-Request")]
    request: String,
}

fn main() {}
