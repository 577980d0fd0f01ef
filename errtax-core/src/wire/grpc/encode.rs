//! A service error as a gRPC status.

use super::Code;
use super::trailers::Trailers;
use crate::render::Rendered;
use crate::service_error::ServiceError;
use crate::taxon::Taxon;
use crate::wire::{Answer, Request};

/// A service error as the trailers of a gRPC call, by the rules of [`wire`](crate::wire#answering).
///
/// - **`grpc-status`** is the error's own code, where that is a canonical one; else that of the category which the class
///   or an ancestor names in `also`; else what the status says. gRPC has no code for a bad gateway: it is `UNAVAILABLE`,
///   as in gRPC's own table for HTTP, and so what was received from another service arrives with the status 503. A
///   request to another service that could not be built is `INTERNAL`.
/// - **`grpc-message`** is the text, percent-encoded.
/// - **`grpc-status-details-bin`** is a `google.rpc.Status` with an `ErrorInfo` (the reason is the code, where it is spelled as
///   one: `[A-Z][A-Z0-9_]+[A-Z0-9]`, at most 63 characters; a code that is not is left out, and `grpc-status` alone says
///   what happened; the domain is the root's; the metadata are the members of a class that says `out`), a `RetryInfo` with the delay and a `RequestInfo`
///   with the request's id: each where there is something in it. Metadata are texts: a list, a struct or a map is written
///   as JSON, which [`decode`](super::decode) reads where the field asks for one. What is bound to headers is metadata of
///   its own, in the trailers, where gRPC has room for it ("Custom-Metadata" in gRPC over HTTP/2): a name of letters,
///   digits, `_`, `-` and `.` that does not begin with `grpc-`; a value of printable ASCII, which is base64 where the name
///   ends with `-bin`. What is bound to a header and is anything else is left out. A delay ends after about 10,000 years, as a `google.protobuf.Duration` does, and an empty
///   text arrives as none.
///
/// The HTTP status is 200, as that of every call that a service answers.
///
/// The trailers are never larger than 8 KiB, as HTTP/2 counts them (RFC 9113 §6.5.2): clients may refuse more ("Responses"
/// in gRPC over HTTP/2). Where there is too much to say, this is left out, in this order, until the rest fits: of the text,
/// what is beyond 1 KiB; the members in the metadata, the last first; what is bound to headers, the last first; the
/// request's id. The code, the reason with its domain and the delay are always sent: the other side still knows the class,
/// and an error of it whose members are missing is [`Unclassified`](crate::Unclassified) there.
///
/// ```
/// use errtax::{ServiceError, wire::grpc};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("shop")]
/// #[service_error(domain = "shop.example.com")]
/// struct ShopError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("100% of {sku} is gone")]
/// #[service_error(parent = ShopError, code = "OUT_OF_STOCK", status = 429, members, out)]
/// struct OutOfStock { sku: String }
///
/// let answer = grpc::encode(&OutOfStock { sku: "A-7".into() });
/// assert_eq!((answer.status(), answer.header("grpc-status")), (200, Some("8")));
/// assert_eq!(answer.header("grpc-message"), Some("100%25 of A-7 is gone"));
/// let again = errtax::classify::<ShopError>(grpc::decode(200, answer.headers(), b""));
/// assert_eq!(again.downcast_ref::<OutOfStock>().unwrap().sku, "A-7");
/// ```
pub fn encode(error: &dyn ServiceError) -> Answer {
    encode_for(error, Request::new())
}

/// The same, and of which request: its id is in the details' `RequestInfo`.
///
/// ```
/// use errtax::{ServiceError, wire::{Request, grpc}};
///
/// # #[derive(Debug, thiserror::Error, ServiceError)]
/// # #[error("no order")]
/// # #[service_error(status = 404)]
/// # struct NoOrder;
/// let answer = grpc::encode_for(&NoOrder, Request::new().with_id("R-1"));
/// assert_eq!(grpc::decode(200, answer.headers(), b"").request_id(), Some("R-1"));
/// ```
pub fn encode_for(error: &dyn ServiceError, request: Request<'_>) -> Answer {
    rendered(&Rendered::of(error), request)
}

/// What may be said, as this wire says it.
pub(crate) fn rendered(said: &Rendered<'_>, request: Request<'_>) -> Answer {
    Trailers::new(canonical(said), said, request).fitted()
}

fn canonical(said: &Rendered<'_>) -> Code {
    let own = || Code::from_name(said.code?);
    let categories =
        || said.taxon?.lineage().iter().rev().flat_map(|class| class.also()).find_map(|also| named_by(also));
    let stated = own().or_else(categories).and_then(Code::of_error);
    stated.unwrap_or_else(|| Code::from_own(said.status))
}

/// The code of a category, or of the nearest above it that has one.
fn named_by(category: &Taxon) -> Option<Code> {
    category.lineage().iter().rev().find_map(|class| Code::from_name(class.code()?))
}
