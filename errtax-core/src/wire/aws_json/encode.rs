//! A service error as JSON services of AWS answer.

use alloc::{borrow::Cow, vec::Vec};

use crate::render::Rendered;
use crate::service_error::ServiceError;
use crate::value::Value;
use crate::wire::aws::answer;
use crate::wire::{Answer, Request, http, json, request_id};

/// A service error as JSON services of AWS answer, by the rules of [`wire`](crate::wire#answering).
///
/// The code is in the body's `__type` (awsJson) and in the header `x-amzn-errortype` (restJson), the text in `message`,
/// unless a member has that name. The members are beside them: those of a class that says `out`. An answer without a code
/// has neither `__type` nor the header. The content type is `application/json`, as restJson has it; awsJson services write
/// their own over it ([`Answer::with_header`]). Of a code, readers take what stands before a `:` and after a `#`.
///
/// Bytes are base64, and what is no number is `"NaN"`, `"Infinity"` or `"-Infinity"` (Smithy 2.0, "AWS JSON protocols").
/// An integer of more than 64 bits arrives as the floating-point number that most readers make of it (RFC 8259 §6).
///
/// ```
/// use errtax::{ServiceError, wire::aws_json};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("{sku} is out of stock")]
/// #[service_error(code = "OutOfStock", status = 409, members, out)]
/// struct OutOfStock { sku: String }
///
/// let answer = aws_json::encode(&OutOfStock { sku: "A-7".into() });
/// assert_eq!((answer.status(), answer.header("x-amzn-errortype")), (409, Some("OutOfStock")));
/// assert_eq!(
///     str::from_utf8(answer.body()).unwrap(),
///     r#"{"__type":"OutOfStock","message":"A-7 is out of stock","sku":"A-7"}"#,
/// );
/// ```
pub fn encode(error: &dyn ServiceError) -> Answer {
    encode_for(error, Request::new())
}

/// The same, and of which request: its id is in the header `x-amzn-requestid`.
///
/// ```
/// use errtax::{ServiceError, wire::{Request, aws_json}};
///
/// # #[derive(Debug, thiserror::Error, ServiceError)]
/// # #[error("no order")]
/// # #[service_error(code = "NoOrder", status = 404)]
/// # struct NoOrder;
/// let answer = aws_json::encode_for(&NoOrder, Request::new().with_id("R-1"));
/// assert_eq!(answer.header("x-amzn-requestid"), Some("R-1"));
/// ```
pub fn encode_for(error: &dyn ServiceError, request: Request<'_>) -> Answer {
    rendered(&Rendered::of(error), request)
}

/// What may be said, as this wire says it.
pub(crate) fn rendered(said: &Rendered<'_>, request: Request<'_>) -> Answer {
    let mut answer = http::answer(said).with_header("content-type", "application/json");
    if let Some(code) = said.code {
        answer = answer.with_header(answer::ERROR_TYPE, code);
    }
    if let Some(id) = request.id() {
        answer = answer.with_header(request_id::AWS[0], id);
    }
    let text = |text| Value::Str(Cow::Borrowed(text));
    let mut members: Vec<_> = said.code.map(|code| ("__type", text(code))).into_iter().collect();
    if said.members.get("message").is_none() {
        members.push(("message", text(&said.text)));
    }
    members.extend(said.members.in_body().map(|(name, value)| (name, value.clone())));
    answer.with_body(json::object(members))
}
