//! The crate http, version 1: an answer as its `Response`.

use alloc::vec::Vec;

use ::http::{HeaderName, HeaderValue, Response, StatusCode};

use crate::wire::Answer;

/// Status, headers and body as they are; a header whose name or value the crate does not take is left out.
impl From<Answer> for Response<Vec<u8>> {
    fn from(answer: Answer) -> Self {
        let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let named = |(name, value): (&str, &str)| {
            Some((HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_bytes(value.as_bytes()).ok()?))
        };
        let headers = answer.headers().filter_map(named).collect();
        let mut response = Self::new(answer.into_body());
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}
