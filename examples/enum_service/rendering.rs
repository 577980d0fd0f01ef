//! What a service with errtax writes once, for this enum and for every other service error.

use errtax::{Fault, ServiceError};

use super::Response;

pub(crate) fn response(error: &dyn ServiceError) -> Response {
    let message = match error.fault() {
        Some(Fault::Client) => error.to_string(),
        _ => "internal error".to_owned(),
    };
    Response { status: error.status().unwrap_or(500), code: error.code().unwrap_or("internal").to_owned(), message }
}
