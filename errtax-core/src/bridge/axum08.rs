//! axum 0.8: any service error as a handler's `Err`, answered as problem details.
//!
//! [`Problem`] takes every service error by `?`, and the rejections of axum's extractors `Json`, `Path` and `Query`; what
//! it says of them to others is what [`wire`](crate::wire#answering) allows.
//!
//! ```
//! use axum::{Json, Router, extract::{Path, rejection::{JsonRejection, PathRejection}}, routing::post};
//! use errtax::{ServiceError, axum08::Problem, category};
//!
//! /// There is no such order.
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("no order {id}")]
//! #[service_error(code = "no-such-order", status = 404, also(category::NotFound), members, out)]
//! struct NoOrder { id: u64 }
//!
//! async fn pay(id: Result<Path<u64>, PathRejection>, cents: Result<Json<u64>, JsonRejection>) -> Result<(), Problem> {
//!     let (Path(id), Json(_cents)) = (id?, cents?);
//!     Err(NoOrder { id })?
//! }
//!
//! let app: Router = Router::new().route("/orders/{id}/payment", post(pay));
//! # drop(app);
//! ```
//!
//! A handler does not know its request's id, nor whether the client wants another wire than problem details. What a
//! [`Problem`] was made of is in the answer's extensions, so that one layer answers for all handlers:
//!
//! ```
//! use std::sync::Arc;
//! use axum::{Router, extract::Request, middleware::{self, Next}, response::{IntoResponse, Response}};
//! use errtax::wire::{self, problem};
//!
//! async fn answer(request: Request, next: Next) -> Response {
//!     let path = request.uri().path().to_owned();
//!     let response = next.run(request).await;
//!     let Some(error) = response.extensions().get::<Arc<errtax::Error>>().cloned() else { return response };
//!     let about = wire::Request::new().with_id("R-1").with_instance(&path); // a new id each time, and a line in the log
//!     let mut answer = problem::encode_for(&**error, about).into_response(); // or that of another wire
//!     answer.extensions_mut().insert(error); // for the layers around this one
//!     answer
//! }
//!
//! let app: Router = Router::new().layer(middleware::from_fn(answer));
//! # drop(app);
//! ```
//!
//! Headers that layers further in have set are those of the first answer, and go with it.
//!
//! A rejection is an `errtax::Error` of [`category::InvalidInput`](crate::category::InvalidInput), with its own status and
//! text; one with which axum says that the service itself is wrong (status 500), of
//! [`category::Internal`](crate::category::Internal). Its value is a [`Rejection`].

mod rejection;

use alloc::{string::String, sync::Arc, vec::Vec};
use core::fmt;

use ::axum::body::Body;
use ::axum::response::{IntoResponse, Response};

pub use self::rejection::Rejection;

use crate::error::Error;
use crate::wire::{Answer, Request, problem};

/// Any service error as an answer: the error type of handlers.
///
/// The answer is `application/problem+json`, by [`wire::problem::encode_for`](problem::encode_for). In its extensions is
/// the error itself, as an `Arc<errtax::Error>`: a layer that logs has all of it.
///
/// ```
/// use axum::response::IntoResponse;
/// use errtax::{ServiceError, axum08::Problem};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no order {0}")]
/// #[service_error(status = 404)]
/// struct NoOrder(u64);
///
/// let response = Problem::from(NoOrder(7)).with_request_id("R-1").into_response();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
/// assert_eq!(response.headers()["x-request-id"], "R-1");
/// ```
pub struct Problem {
    error: Error,
    request_id: Option<String>,
    instance: Option<String>,
}

impl Problem {
    /// With the id under which this service logs the request.
    pub fn with_request_id(self, id: impl Into<String>) -> Self {
        Self { request_id: Some(id.into()), ..self }
    }

    /// With a URI reference that identifies this occurrence (RFC 9457 §3.1.5).
    pub fn with_instance(self, uri: impl Into<String>) -> Self {
        Self { instance: Some(uri.into()), ..self }
    }

    /// The error, before it is an answer.
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// The error alone.
    pub fn into_error(self) -> Error {
        self.error
    }
}

/// Every service error, `errtax::Error`, and the rejections of `Json`, `Path` and `Query`.
impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self { error: error.into(), request_id: None, instance: None }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut request = Request::new();
        if let Some(id) = &self.request_id {
            request = request.with_id(id);
        }
        if let Some(uri) = &self.instance {
            request = request.with_instance(uri);
        }
        let mut response = problem::encode_for(&*self.error, request).into_response();
        response.extensions_mut().insert(Arc::new(self.error));
        response
    }
}

/// Status, headers and body as they are: the answer of any wire.
///
/// ```
/// use axum::response::IntoResponse;
/// use errtax::{ServiceError, wire::problem};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no order {0}")]
/// #[service_error(status = 404)]
/// struct NoOrder(u64);
///
/// let response = problem::encode(&NoOrder(7)).into_response();
/// assert_eq!(response.status(), 404);
/// ```
impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        ::http::Response::<Vec<u8>>::from(self).map(Body::from)
    }
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("error", &self.error)
            .field("request_id", &self.request_id)
            .field("instance", &self.instance)
            .finish()
    }
}
