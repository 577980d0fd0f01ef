//! A service error as problem details.

use alloc::{
    borrow::{Cow, ToOwned},
    string::String,
    vec::Vec,
};

use super::ABOUT_BLANK;
use crate::render::{Rendered, reason};
use crate::service_error::ServiceError;
use crate::taxon::Taxon;
use crate::value::Value;
use crate::wire::{Answer, Request, http, json, request_id};

/// A service error as problem details (`application/problem+json`), by the rules of [`wire`](crate::wire#answering).
///
/// - **`type`** is the class's own, where a `#[wire(problem = "…")]` states it as a whole, else the base that its root
///   states and its code. Without a base it is `about:blank`, and left out (RFC 9457 §3.1.1); the code is then the
///   extension member `code`, which tells readers more than the type does, and by which [`decode`](super::decode) knows
///   no class.
/// - **`title`** is the first sentence of the class's documentation; the status's reason for `about:blank` (§4.2.1) and
///   where there is no documentation, or nothing but the status may be said.
/// - **`detail`** is the text; left out where that is the status's reason. An empty one arrives as the title.
/// - **Extension members** are those of a class that says `out`; their values are written as AWS JSON writes them. None
///   of them is called `type` or `status`; one that is called `title`, `detail`, `instance` or `code` is written instead
///   of ours.
///
/// ```
/// use errtax::{ServiceError, wire::problem};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("shop")]
/// #[service_error(problem = "https://example.com/probs/")]
/// struct ShopError;
///
/// /// There is not enough credit. Fill it up.
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("balance {balance}")]
/// #[service_error(parent = ShopError, code = "out-of-credit", status = 403, members, out)]
/// struct OutOfCredit { balance: i64 }
///
/// let answer = problem::encode(&OutOfCredit { balance: 30 });
/// assert_eq!(answer.status(), 403);
/// assert_eq!(
///     str::from_utf8(answer.body()).unwrap(),
///     r#"{"type":"https://example.com/probs/out-of-credit","title":"There is not enough credit.","status":403,"detail":"balance 30","balance":30}"#,
/// );
/// ```
pub fn encode(error: &dyn ServiceError) -> Answer {
    encode_for(error, Request::new())
}

/// The same, and of which request: its id is in the header `x-request-id`, its instance in the member of that name.
///
/// ```
/// use errtax::{ServiceError, wire::{Request, problem}};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("the disk is full")]
/// #[service_error(status = 500)]
/// struct DiskFull;
///
/// let answer = problem::encode_for(&DiskFull, Request::new().with_id("R-1"));
/// assert_eq!(answer.header("x-request-id"), Some("R-1"));
/// assert_eq!(str::from_utf8(answer.body()).unwrap(), r#"{"title":"Internal Server Error","status":500}"#);
/// ```
pub fn encode_for(error: &dyn ServiceError, request: Request<'_>) -> Answer {
    rendered(&Rendered::of(error), request)
}

/// What may be said, as this wire says it.
pub(crate) fn rendered(said: &Rendered<'_>, request: Request<'_>) -> Answer {
    let r#type = problem_type(said);
    let mut answer = http::answer(said).with_header("content-type", "application/problem+json");
    if let Some(id) = request.id() {
        answer = answer.with_header(request_id::COMMON, id);
    }
    let text = |text| Value::Str(Cow::Borrowed(text));
    let docs = said.taxon.filter(|_| said.is_shown && r#type.is_some()).map(Taxon::docs);
    let title = docs.and_then(first_sentence);
    let mut members: Vec<_> = r#type.iter().map(|uri| ("type", text(uri))).collect();
    let standard = [
        ("title", Some(Value::Str(title.unwrap_or(Cow::Borrowed(reason(said.status)))))),
        ("status", Some(Value::Int(said.status.into()))),
        ("detail", said.is_shown.then(|| text(&said.text))),
        ("instance", request.instance().map(text)),
        ("code", said.code.filter(|_| r#type.is_none()).map(text)),
    ];
    let standard = standard.into_iter().filter_map(|(name, value)| Some((name, value?)));
    members.extend(standard.filter(|(name, _)| *name == "status" || said.members.get(name).is_none()));
    let own = said.members.in_body().filter(|(name, _)| *name != "type");
    members.extend(own.map(|(name, value)| (name, value.clone())));
    answer.with_body(json::object(members))
}

/// The problem's type; `None` where nothing states one.
fn problem_type<'a>(said: &'a Rendered<'_>) -> Option<Cow<'a, str>> {
    let taxon = said.taxon?;
    if let Some(uri) = taxon.problem_type() {
        return Some(Cow::Borrowed(uri));
    }
    let (base, code) = (taxon.problem_base()?, said.code?);
    Some(Cow::Owned([base, code].concat())).filter(|uri: &Cow<'_, str>| *uri != ABOUT_BLANK)
}

/// The first sentence of a class's documentation, on one line.
fn first_sentence(docs: &str) -> Option<Cow<'_, str>> {
    let lines = docs.lines().map(str::trim).skip_while(|line| line.is_empty());
    let paragraph: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
    let text: String = paragraph.join(" ");
    let ends = |(at, char): (usize, char)| {
        let after = &text[at + char.len_utf8()..];
        (matches!(char, '.' | '!' | '?') && (after.is_empty() || after.starts_with(' '))).then_some(at + 1)
    };
    let end = text.char_indices().find_map(ends).unwrap_or(text.len());
    Some(text[..end].to_owned()).filter(|sentence| !sentence.is_empty()).map(Cow::Owned)
}
