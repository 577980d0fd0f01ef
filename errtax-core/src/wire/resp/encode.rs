//! A service error as a line of Redis.

use alloc::{borrow::Cow, format, string::String};

use super::is_code;
use crate::line;
use crate::members::Members;
use crate::render::Rendered;
use crate::service_error::ServiceError;
use crate::wire::{Answer, Request};

/// The code of an error that has none, or none that is a word of Redis.
const GENERIC: &str = "ERR";

/// A service error as a simple error of Redis, by the rules of [`wire`](crate::wire#answering).
///
/// The line is the code, a space, and the text: `-WRONGTYPE no list\r\n`. A code that Redis would not take for one (see
/// [`decode`](super::decode)) is `ERR`. Line breaks and other control characters in the text are escaped. The wire has no
/// members but those of `MOVED`, `ASK` and `REDIRECT`: a class with one of these codes that says `out` and has the
/// members `host` and `port` (and `slot`, which `REDIRECT` has not) is written as `MOVED 3999 127.0.0.1:6381`.
///
/// The answer has no headers; its [status](Answer::status) is the one that it would have over HTTP.
///
/// ```
/// use errtax::{ServiceError, wire::resp};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no list\r\n+OK")]
/// #[service_error(code = "WRONGTYPE", status = 400)]
/// struct WrongType;
///
/// assert_eq!(resp::encode(&WrongType).body(), b"-WRONGTYPE no list\\r\\n+OK\r\n");
/// ```
pub fn encode(error: &dyn ServiceError) -> Answer {
    encode_for(error, Request::new())
}

/// The same; the wire has no place for what a [`Request`] says. It stands here for the sake of the other wires.
pub fn encode_for(error: &dyn ServiceError, _request: Request<'_>) -> Answer {
    let said = Rendered::of(error);
    let code = said.code.filter(|code| is_code(code)).unwrap_or(GENERIC);
    let text = redirect(code, &said.members).map_or(Cow::Borrowed(&*said.text), Cow::Owned);
    let mut reply = format!("-{code} ");
    // Writing to memory cannot fail.
    let _ = line::write(&text, &mut reply);
    reply.push_str("\r\n");
    Answer::new(said.status).with_body(reply.into_bytes())
}

/// Where the error points, if it is one of those that point somewhere.
fn redirect(code: &str, members: &Members) -> Option<String> {
    let text = |name| members.in_body().find(|(known, _)| *known == name)?.1.as_text();
    match code {
        "MOVED" | "ASK" => Some(format!("{} {}:{}", text("slot")?, text("host")?, text("port")?)),
        "REDIRECT" => Some(format!("{}:{}", text("host")?, text("port")?)),
        _ => None,
    }
}
