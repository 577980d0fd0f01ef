//! `restXml`, `awsQuery` and `ec2Query` (Smithy 2.0, "AWS protocols").

mod encode;

use alloc::{borrow::Cow, string::String, vec::Vec};

#[cfg(feature = "describe")]
pub(crate) use self::encode::rendered;
pub use self::encode::{encode, encode_for};

use super::aws::{answer, code::normalised};
use super::xml::{self, Xml};
use crate::response::ErrorResponse;
use crate::value::{Elements, Value, ValueError};

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
pub(super) const PROTOCOL: &str = "aws-xml";

/// An error answer of an XML service as data. Total; trusts the caller that this is an error.
///
/// The error is the element `Error`: the root (S3), directly inside the root `ErrorResponse` (restXml, awsQuery), or
/// the first one directly inside `Errors` in the root `Response` (ec2Query). Names are compared without prefix.
///
/// - The **code** is its `Code`. Where `x-amzn-query-error` says `Code;Fault`, that code is the public one, and the
///   other the [`shape`](ErrorResponse::shape).
/// - The **message** is the first of its `message`, `Message` and `errorMessage` that is not empty.
/// - The **request id** is the `RequestId` or `RequestID` of the root or of the error, else in `x-amzn-requestid`,
///   `x-amzn-request-id` or `x-amz-request-id`.
/// - **Members** are the elements directly inside the error; header-bound ones are in the headers. XML says of no value
///   what it is: the type that is asked for does.
///
/// Only the five predefined entities and character references are resolved: a document type is read over, and what it
/// declares is never expanded. A body without such an element (a proxy's page, nothing at all) leaves the code to the
/// header, has no message, and is kept as it is.
///
/// ```
/// use errtax::wire::aws_xml;
///
/// let body = b"<Error><Code>NoSuchKey</Code><Message>not there</Message><Key>a&amp;b</Key></Error>";
/// let response = aws_xml::decode(404, [("x-amz-request-id", "R-1")], body);
/// assert_eq!(response.code(), Some("NoSuchKey"));
/// assert_eq!(response.message(), Some("not there"));
/// assert_eq!(response.request_id(), Some("R-1"));
/// assert_eq!(response.member::<String>("Key").unwrap().as_deref(), Some("a&b"));
/// ```
pub fn decode(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> ErrorResponse {
    read(answer::received(PROTOCOL, status, headers), body)
}

/// The error in an answer whose status says that there is none; `None` where its body carries none.
///
/// S3 may answer `CopyObject`, `UploadPartCopy` and `CompleteMultipartUpload` with 200, and find out that the request
/// has failed only while the body is on its way (Amazon S3 API Reference, there). An error is what [`decode`] takes for
/// one, and has a code: the errors that stand inside another result (`DeleteObjects`) are none. Of another document, only
/// the root is read. What the result has as its status is what the answer had.
///
/// ```
/// use errtax::wire::{NO_HEADERS, aws_xml};
///
/// let body = b"<?xml version=\"1.0\"?>\n<Error><Code>InternalError</Code></Error>";
/// assert_eq!(aws_xml::probe(200, NO_HEADERS, body).unwrap().code(), Some("InternalError"));
/// assert!(aws_xml::probe(200, NO_HEADERS, b"<CopyObjectResult/>").is_none());
/// ```
pub fn probe(
    status: u16,
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> Option<ErrorResponse> {
    (xml::may_be(body) && said(&xml::document(body)).code.is_some()).then(|| decode(status, headers, body))
}

/// The rest of [`decode`], compiled once.
pub(super) fn read(response: ErrorResponse, body: &[u8]) -> ErrorResponse {
    let document = xml::document(body);
    let Said { code, messages, request_id } = said(&document);
    let response = answer::told(answer::named(response, code), messages);
    let response = match request_id {
        Some(id) => response.with_request_id(id.trim()),
        None => answer::identified(response),
    };
    response.decoded_from(PROTOCOL).with_document(body, member)
}

/// What a body says of its error.
#[derive(Default)]
struct Said<'a> {
    code: Option<String>,
    messages: [Option<Cow<'a, str>>; 3],
    request_id: Option<Cow<'a, str>>,
}

fn said(document: &str) -> Said<'_> {
    let mut said = Said::default();
    // Where it breaks off, what was said before stands.
    let _ = visit(&mut Xml::new(document), &mut false, |place, name, xml| {
        match (place, name) {
            (Place::Error, "Code") => said.code = xml.text()?.as_deref().and_then(normalised),
            (_, "RequestId" | "RequestID") => {
                said.request_id = xml.text()?.filter(|id| !id.trim().is_empty());
            }
            _ => match answer::MESSAGES.iter().position(|message| place == Place::Error && *message == name) {
                Some(message) => said.messages[message] = xml.text()?,
                None => xml.skip()?,
            },
        }
        Ok(())
    });
    said
}

/// The member `name` of the error in `body`: what is repeated is all of it.
fn member<'a>(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let (mut found, mut is_inside, mut is_whole) = (Vec::new(), false, false);
    let read = visit(&mut Xml::new(&xml::document(body)), &mut is_whole, |place, element, xml| {
        match place {
            Place::Error if element == name => {
                is_inside = true;
                found.push((element.into(), xml.value()?));
                is_inside = false;
            }
            _ => xml.skip()?,
        }
        Ok(())
    });
    match read {
        // Where it broke off later, it did so after all that is in the error.
        _ if is_whole => Ok(Elements::of_one_name(found)),
        Ok(()) => Err(ValueError::new("the body is no error document")),
        // One alone is whole as it is; of what is repeated, nobody knows what was cut off.
        Err(_) if found.len() == 1 && !is_inside => Ok(Elements::of_one_name(found)),
        Err(error) => Err(error),
    }
}

/// Where an element stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Around the error.
    Envelope,
    /// Directly inside it.
    Error,
}

/// Has `visitor` close each element of the document that says something, in order. Notes in `is_whole` that there was
/// an error, and that it was closed.
fn visit<'a>(
    xml: &mut Xml<'a>,
    is_whole: &mut bool,
    mut visitor: impl FnMut(Place, &str, &mut Xml<'a>) -> Result<(), ValueError>,
) -> Result<(), ValueError> {
    let Some(root) = xml.root()? else { return Ok(()) };
    match xml::local_name(&root) {
        "Error" => descend(xml, &[], is_whole, &mut visitor),
        "ErrorResponse" => descend(xml, &["Error"], is_whole, &mut visitor),
        "Response" => descend(xml, &["Errors", "Error"], is_whole, &mut visitor),
        _ => Ok(()),
    }
}

/// The same inside the open element, which it closes: `path` leads from there to the error.
fn descend<'a>(
    xml: &mut Xml<'a>,
    path: &[&str],
    is_whole: &mut bool,
    visitor: &mut impl FnMut(Place, &str, &mut Xml<'a>) -> Result<(), ValueError>,
) -> Result<(), ValueError> {
    while let Some(element) = xml.child()? {
        let name = xml::local_name(&element);
        match path {
            [] => visitor(Place::Error, name, xml)?,
            [next, rest @ ..] if *next == name && !*is_whole => descend(xml, rest, is_whole, visitor)?,
            _ => visitor(Place::Envelope, name, xml)?,
        }
    }
    *is_whole |= path.is_empty();
    Ok(())
}
