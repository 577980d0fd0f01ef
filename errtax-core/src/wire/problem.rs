//! Problem details for HTTP APIs (RFC 9457), as JSON.
//!
//! A problem is what its `type` says, and nothing else: the type is a URI, compared as text (RFC 3986 §6.2.1). A root
//! that states where its types stand, `problem = "https://example.com/probs/"`, has each class below it recognised by
//! that base and the class's code; `#[wire(problem = "https://…")]` names a whole URI besides.
//!
//! ```
//! use errtax::{ServiceError, wire::problem};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("shop")]
//! #[service_error(problem = "https://example.com/probs/")]
//! struct ShopError;
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("balance {balance}")]
//! #[service_error(parent = ShopError, code = "out-of-credit", status = 403)]
//! struct OutOfCredit { #[wire(member)] balance: i64 }
//!
//! let body = br#"{"type": "https://example.com/probs/out-of-credit", "title": "No credit.", "balance": 30}"#;
//! let headers = [("content-type", "application/problem+json")];
//! let error = errtax::classify::<ShopError>(problem::decode(403, headers, body));
//! assert_eq!(error.downcast_ref::<OutOfCredit>().unwrap().balance, 30);
//! assert_eq!(error.code(), Some("out-of-credit"));
//! ```

mod encode;

use alloc::borrow::{Cow, ToOwned};

#[cfg(feature = "describe")]
pub(crate) use self::encode::rendered;
pub use self::encode::{encode, encode_for};

use super::{json, request_id};
use crate::response::ErrorResponse;
use crate::value::{Value, ValueError};

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
const PROTOCOL: &str = "problem";

/// The type of a problem that says no type: by the registry, no more than its status (RFC 9457 §4.2.1).
const ABOUT_BLANK: &str = "about:blank";

/// A problem as data. Total; trusts the caller that this is an error.
///
/// - The **code** is the `type`, whole and as it was sent: a decoder knows neither bases nor the URI that was asked
///   for, so that a relative reference stays one, and is compared as given. An error's own
///   [`code`](crate::ServiceError::code) is what follows its root's base. `about:blank`, which is also what an absent
///   type means (RFC 9457 §3.1.1), is no code, and neither is an empty type: such a problem is recognised by the rules
///   that ask for no code, such as `#[wire(status = 404)]`. An extension member `code`, where [`encode`] puts the code of
///   a class without a base, is a member like any other.
/// - The **message** is the `detail`, else the `title`. Neither is ever parsed.
/// - The **request id** is in the header `x-request-id`, which no specification names and most services send.
/// - **Members** are all of the object's, extensions as they are. Of the five that RFC 9457 defines, one of the wrong
///   JSON type is ignored (§3.1); `type` is `about:blank` where an object has none. The `status` there is advisory
///   (§3.1.2): the response's own is HTTP's.
///
/// ```
/// use errtax::wire::{NO_HEADERS, problem};
///
/// let body = br#"{"type": "https://example.com/probs/late", "status": 404, "title": 7, "minutes": 5}"#;
/// let response = problem::decode(502, NO_HEADERS, body);
/// assert_eq!(response.code(), Some("https://example.com/probs/late"));
/// assert_eq!((response.status(), response.member::<u16>("status").unwrap()), (Some(502), Some(404)));
/// assert_eq!(response.member::<String>("title").unwrap(), None);
/// assert_eq!(response.member::<u32>("minutes").unwrap(), Some(5));
/// ```
pub fn decode(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    read(ErrorResponse::received(PROTOCOL, READ).with_status(status).with_headers(headers), body)
}

/// The header that the wire reads: no standard, but what most servers write.
const READ: &[&str] = &[request_id::COMMON];

/// The rest of [`decode`], compiled once.
fn read(mut response: ErrorResponse, body: &[u8]) -> ErrorResponse {
    let document = json::document(body);
    let texts = json::texts(&document, ["type", "title", "detail"]);
    let [r#type, title, detail] = texts.map(|text| text.filter(|text| !text.is_empty()));
    if let Some(uri) = r#type.filter(|uri| uri != ABOUT_BLANK) {
        response = response.with_code(uri);
    }
    if let Some(message) = detail.or(title) {
        response = response.with_message(message);
    }
    if let Some(id) = response.header(request_id::COMMON).map(str::to_owned) {
        response = response.with_request_id(id);
    }
    response.with_document(body, member)
}

/// A member of the object; one that RFC 9457 defines only where it is of the type stated there.
fn member<'a>(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let found = json::member(body, name)?;
    Ok(match name {
        "type" => found.filter(is_text).or(Some(Value::Str(Cow::Borrowed(ABOUT_BLANK)))),
        "title" | "detail" | "instance" => found.filter(is_text),
        "status" => found.filter(|value| matches!(value, Value::Int(_))),
        _ => found,
    })
}

fn is_text(value: &Value<'_>) -> bool {
    matches!(value, Value::Str(_))
}
