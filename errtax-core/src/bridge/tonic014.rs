//! tonic 0.14: a call's `Status` as an [`ErrorResponse`], and any service error as a `Status`.
//!
//! With [`Classify`](crate::Classify) in scope, a `Result<T, tonic::Status>` has `classify` and `classify_with`. A status
//! is read as [`wire::grpc::decode`](grpc::decode) reads trailers: code, message, details, metadata. One that the client
//! itself made of a failed connection has a source: it has a [transport kind](Transport), too; [`Transport::Build`] or
//! `Decode` where the source is an error of the crate http or prost's. The status is kept as the
//! response's [`source`](ErrorResponse::source).
//!
//! The other way, `?` makes a `Status` of an `errtax::Error`, as [`wire::grpc::encode`](grpc::encode) writes trailers; what
//! it says of the error is what [`wire`](crate::wire#answering) allows. The error is the status's source, which tonic never
//! sends: a layer may log it. [`status`] takes any service error, and of which request it is the answer.
//!
//! ```
//! use errtax::{Classify, ServiceError, wire::Request, tonic014};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("shop")]
//! #[service_error(domain = "shop.example.com")]
//! struct ShopError;
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("no more {sku}")]
//! #[service_error(parent = ShopError, code = "OUT_OF_STOCK", status = 429, members, out)]
//! struct OutOfStock { sku: String }
//!
//! fn order() -> errtax::Result<()> {
//!     Err(OutOfStock { sku: "A-7".into() })?
//! }
//!
//! // A method of the service, and what its client sees.
//! fn method() -> Result<(), tonic::Status> {
//!     Ok(order()?)
//! }
//! let status = method().unwrap_err();
//! assert_eq!((status.code(), status.message()), (tonic::Code::ResourceExhausted, "no more A-7"));
//! let error = Err::<(), _>(status).classify::<ShopError>().unwrap_err();
//! assert_eq!(error.downcast_ref::<OutOfStock>().unwrap().sku, "A-7");
//!
//! let status = tonic014::status(&*error, Request::new().with_id("R-1"));
//! assert_eq!(status.message(), "Service Unavailable"); // what was received is not told
//! ```

use alloc::{sync::Arc, vec::Vec};
use core::error::Error as StdError;
use std::io;

use ::http::{HeaderMap, Response};
use ::tonic::{Code, Status};

use super::io::transport;
use crate::error::Error;
use crate::response::ErrorResponse;
use crate::service_error::ServiceError;
use crate::transport::Transport;
use crate::wire::{Request, grpc};

impl From<Status> for ErrorResponse {
    fn from(status: Status) -> Self {
        let mut trailers = HeaderMap::new();
        // What does not fit into a header is left out; the code always fits.
        let _ = status.add_header(&mut trailers);
        let trailers = trailers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        let response = grpc::decode(200, trailers, b"");
        let response = match failure(&status) {
            Some(transport) => response.with_transport(transport),
            None => response,
        };
        response.with_source(status)
    }
}

/// How the call failed, if no service has made the status: only the client's own have a source.
fn failure(status: &Status) -> Option<Transport> {
    let sources = || core::iter::successors(status.source(), |&error| error.source());
    sources().next()?;
    let kind = sources().find_map(precise);
    Some(kind.unwrap_or(if status.code() == Code::DeadlineExceeded { Transport::Timeout } else { Transport::Other }))
}

/// What a link of the chain says by its type.
fn precise(error: &(dyn StdError + 'static)) -> Option<Transport> {
    if error.is::<::http::Error>() || error.is::<::http::uri::InvalidUri>() {
        return Some(Transport::Build);
    }
    if error.is::<::prost::DecodeError>() {
        return Some(Transport::Decode);
    }
    transport(error.downcast_ref::<io::Error>()?)
}

/// As [`wire::grpc::encode`](grpc::encode) writes it; the error is the status's source.
impl From<Error> for Status {
    fn from(error: Error) -> Self {
        let mut status = self::status(&*error, Request::new());
        status.set_source(Arc::new(error));
        status
    }
}

/// Any service error as a status, and of which request: see [`wire::grpc::encode_for`](grpc::encode_for).
///
/// ```
/// use errtax::{ServiceError, tonic014, wire::Request};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no order {0}")]
/// #[service_error(status = 404)]
/// struct NoOrder(u64);
///
/// let status = tonic014::status(&NoOrder(7), Request::new().with_id("R-1"));
/// assert_eq!((status.code(), status.message()), (tonic::Code::NotFound, "no order 7"));
/// ```
pub fn status(error: &dyn ServiceError, request: Request<'_>) -> Status {
    let answer: Response<Vec<u8>> = grpc::encode_for(error, request).into();
    Status::from_header_map(answer.headers()).unwrap_or_else(|| Status::internal("Internal Server Error"))
}
