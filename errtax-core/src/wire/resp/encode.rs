//! A service error as a line of Redis.

use alloc::{format, string::String};

use super::{is_code, redirect};
use crate::line;
use crate::members::Members;
use crate::render::{Rendered, reason};
use crate::service_error::ServiceError;
use crate::wire::{Answer, Request};

/// The code of an error that has none, or none that is a word of Redis.
const GENERIC: &str = "ERR";

/// A service error as a simple error of Redis, by the rules of [`wire`](crate::wire#answering).
///
/// The line is the code, a space, and the text: `-WRONGTYPE no list\r\n`. A code that Redis would not take for one (see
/// [`decode`](super::decode)) is `ERR`. Line breaks and other control characters in the text are escaped. The wire has no
/// members but those of `MOVED`, `ASK` and `REDIRECT`: a class with one of these codes that says `out` and has the
/// members `host` and `port` (and `slot`, which `REDIRECT` has not) is written as `MOVED 3999 127.0.0.1:6381`, unless a
/// client would read something else out of that (a space in the host, a slot that no cluster has). Then the line has
/// the text, as that of any class; the status's reason, where the text has a colon, as every endpoint has. An empty text
/// arrives as none.
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
    rendered(&Rendered::of(error))
}

/// What may be said, as this wire says it.
pub(crate) fn rendered(said: &Rendered<'_>) -> Answer {
    let code = said.code.filter(|code| is_code(code)).unwrap_or(GENERIC);
    let line = redirected(code, said).unwrap_or_else(|| line_of(code, &said.text));
    Answer::new(said.status).with_body(format!("-{line}\r\n").into_bytes())
}

fn line_of(code: &str, text: &str) -> String {
    let mut line = format!("{code} ");
    // Writing to memory cannot fail.
    let _ = line::write(text, &mut line);
    line
}

/// A text that no client takes for an endpoint: each of those has a colon.
fn pointless<'s>(said: &'s Rendered<'_>) -> &'s str {
    if said.text.contains(':') { reason(said.status) } else { &said.text }
}

/// The line of an error whose members say where it points: it points there, or nowhere.
fn redirected(code: &str, said: &Rendered<'_>) -> Option<String> {
    let names = match code {
        "MOVED" | "ASK" => &["slot", "host", "port"][..],
        "REDIRECT" => &["host", "port"],
        _ => return None,
    };
    let line = || pointing(code, names, &said.members).unwrap_or_else(|| line_of(code, pointless(said)));
    names.iter().any(|name| said.members.get(name).is_some()).then(line)
}

/// The line that says where the error points, if a client would read it out of it.
fn pointing(code: &str, names: &[&str], members: &Members) -> Option<String> {
    let text = |name: &str| members.get(name)?.as_text();
    let endpoint = format!("{}:{}", text("host")?, text("port")?);
    let told = if names.contains(&"slot") { format!("{} {endpoint}", text("slot")?) } else { endpoint };
    let line = line_of(code, &told);
    let is_told =
        |name: &&str| redirect::argument(line.as_bytes(), name).is_some_and(|value| value.as_text() == text(name));
    names.iter().all(is_told).then_some(line)
}
