//! A service error as XML services of AWS answer.

use alloc::string::String;

use crate::render::Rendered;
use crate::service_error::ServiceError;
use crate::wire::xml::write::{self, element, text};
use crate::wire::{Answer, Request, http, request_id};

/// A service error as XML services of AWS answer (restXml and awsQuery), by the rules of [`wire`](crate::wire#answering).
///
/// The root is `ErrorResponse`; in it stand `Error` (`Type`: `Sender` or `Receiver`; `Code`, if there is one; `Message`)
/// and `RequestId`. The members stand beside `Message`, and instead of it and of `Type` where they have these names: those
/// of a class that says `out`. A list is an element with a `member` for each of its values, a struct has an element for
/// each field, a map an `entry` with `key` and `value` for each of its own (Smithy 2.0, "XML bindings"). To serde, a
/// struct with `#[serde(flatten)]` is a map. Bytes are base64. Null is left out; in a list it is an empty element. A
/// member or a field whose name is no XML name is left out.
///
/// What XML 1.0 has no way to write (§2.2: most control characters) is replaced (U+FFFD). Of a code, readers take what
/// stands before a `:` and after a `#`.
///
/// ```
/// use errtax::{ServiceError, wire::aws_xml};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no key <{key}>")]
/// #[service_error(code = "NoSuchKey", status = 404, out)]
/// struct NoSuchKey { #[wire(member = "Key")] key: String }
///
/// let answer = aws_xml::encode(&NoSuchKey { key: "a&b".into() });
/// assert_eq!(answer.header("content-type"), Some("application/xml"));
/// assert_eq!(
///     str::from_utf8(answer.body()).unwrap(),
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchKey</Code>\
///      <Message>no key &lt;a&amp;b&gt;</Message><Key>a&amp;b</Key></Error></ErrorResponse>",
/// );
/// ```
pub fn encode(error: &dyn ServiceError) -> Answer {
    encode_for(error, Request::new())
}

/// The same, and of which request: its id is in `RequestId` and in the header `x-amzn-requestid`.
///
/// ```
/// use errtax::{ServiceError, wire::{Request, aws_xml}};
///
/// # #[derive(Debug, thiserror::Error, ServiceError)]
/// # #[error("no order")]
/// # #[service_error(code = "NoOrder", status = 404)]
/// # struct NoOrder;
/// let answer = aws_xml::encode_for(&NoOrder, Request::new().with_id("R-1"));
/// assert_eq!(answer.header("x-amzn-requestid"), Some("R-1"));
/// assert!(answer.body().ends_with(b"<RequestId>R-1</RequestId></ErrorResponse>"));
/// ```
pub fn encode_for(error: &dyn ServiceError, request: Request<'_>) -> Answer {
    rendered(&Rendered::of(error), request)
}

/// What may be said, as this wire says it.
pub(crate) fn rendered(said: &Rendered<'_>, request: Request<'_>) -> Answer {
    let mut answer = http::answer(said).with_header("content-type", "application/xml");
    let fault = if said.is_client_fault() { "Sender" } else { "Receiver" };
    let stated = [("Type", Some(fault)), ("Code", said.code), ("Message", Some(&*said.text))];

    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ErrorResponse><Error>");
    for (name, value) in stated {
        if let Some(value) = value.filter(|_| name == "Code" || said.members.get(name).is_none()) {
            element(&mut xml, name, |xml| text(xml, value));
        }
    }
    for (name, value) in said.members.in_body().filter(|(name, _)| *name != "Code") {
        write::member(&mut xml, name, value);
    }
    xml.push_str("</Error>");
    if let Some(id) = request.id() {
        answer = answer.with_header(request_id::AWS[0], id);
        element(&mut xml, "RequestId", |xml| text(xml, id));
    }
    xml.push_str("</ErrorResponse>");
    answer.with_body(xml.into_bytes())
}
