//! Error replies of Redis, Valkey and what speaks their protocol (RESP2 and RESP3: the Redis serialization protocol
//! specification, "Simple errors", "Bulk errors" and "Arrays").
//!
//! ```
//! use errtax::{ServiceError, wire::resp};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("redis")]
//! struct RedisError;
//!
//! /// The slot is served elsewhere.
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("slot {slot:?} is at {host:?}")]
//! #[service_error(parent = RedisError, code = "MOVED", members)]
//! struct Moved { slot: Option<u16>, host: Option<String>, port: Option<u16> }
//!
//! let error = errtax::classify::<RedisError>(resp::decode(b"-MOVED 3999 2001:db8::1:6381\r\n"));
//! let moved = error.downcast_ref::<Moved>().unwrap();
//! assert_eq!((moved.slot, moved.host.as_deref(), moved.port), (Some(3999), Some("2001:db8::1"), Some(6381)));
//! ```

mod encode;
mod frame;
mod redirect;
mod replies;
mod script;

use alloc::borrow::ToOwned;
use alloc::string::String;

#[cfg(feature = "describe")]
pub(crate) use self::encode::rendered;
pub use self::encode::{encode, encode_for};
pub use self::replies::Errors;

use crate::response::ErrorResponse;

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
const PROTOCOL: &str = "resp";

/// One error reply as data: a simple error (`-ERR …`), a RESP3 blob error (`!21`, …), or the bare line that client
/// libraries hand out. Total; trusts the caller that this is an error, and never believes a length.
///
/// - The **code** is the first word, if it is made of `A` to `Z`, digits and `_`, begins with a letter, and is
///   followed by a space or the end. Else there is none.
/// - The **message** is what follows the code; the whole line where there is none.
/// - The **members** `slot`, `host` and `port` are those of `MOVED` and `ASK` (`MOVED 3999 127.0.0.1:6381`), and the
///   last two of `REDIRECT`. An empty host is the one that was asked. The port is what follows the last colon, since
///   servers write IPv6 addresses without brackets. A line that is cut short or malformed lacks them, and keeps its
///   code.
/// - An error that a **script** ran into is wrapped: `ERR Error running script (…): @user_script:1: WRONGTYPE …`. Its
///   code stays `ERR`; the inner one is the [`shape`](ErrorResponse::shape), by which classes are found first. Since
///   Redis 7, servers let the inner code through themselves.
///
/// ```
/// use errtax::wire::resp;
///
/// let response = resp::decode(b"-WRONGTYPE Operation against a key holding the wrong kind of value\r\n");
/// assert_eq!(response.code(), Some("WRONGTYPE"));
/// assert_eq!(response.message(), Some("Operation against a key holding the wrong kind of value"));
///
/// let moved = resp::decode(b"MOVED 3999 :6381");
/// assert_eq!(moved.member::<u16>("slot").unwrap(), Some(3999));
/// assert_eq!(moved.member::<String>("host").unwrap().as_deref(), Some("")); // the same host
///
/// let script = resp::decode(b"-ERR Error running script (call to f_6b1b): @user_script:1: @user_script: 1: -OOM full\r\n");
/// assert_eq!((script.code(), script.shape()), (Some("ERR"), Some("OOM")));
/// ```
pub fn decode(reply: &[u8]) -> ErrorResponse {
    let line = String::from_utf8_lossy(frame::text(reply));
    let (code, message) = parts(&line);
    let mut response = ErrorResponse::received(PROTOCOL, &[]);
    if let Some(code) = code {
        response = response.with_code(code);
        if let Some(inner) = (code == "ERR").then(|| script::inner_code(message)).flatten() {
            response = response.with_shape(inner.to_owned());
        }
    }
    if !message.is_empty() {
        response = response.with_message(message.to_owned());
    }
    response.with_document(reply, redirect::member)
}

/// Every error in some replies, each with its place: in a pipeline's answers, or inside the array that `EXEC` gives.
///
/// A place is the number of the reply, then the number of the element in each aggregate on the way down (a map's keys
/// and values count singly; an attribute, and a push between replies, takes none). Reads as far as the bytes are
/// replies, up to 64 levels deep; nothing is allocated for a length that is only stated.
///
/// ```
/// use errtax::wire::resp;
///
/// let replies = b"+OK\r\n*3\r\n:1\r\n-WRONGTYPE no list\r\n$2\r\nhi\r\n-ERR late\r\n";
/// let errors: Vec<_> = resp::errors(replies).map(|(place, error)| (place, error.code().unwrap().to_owned())).collect();
/// assert_eq!(errors, [(vec![1, 1], "WRONGTYPE".to_owned()), (vec![2], "ERR".to_owned())]);
/// ```
pub fn errors(replies: &[u8]) -> Errors<'_> {
    Errors::new(replies)
}

/// The code that a line begins with, and the rest of it.
fn parts(line: &str) -> (Option<&str>, &str) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    if is_code(word) { (Some(word), rest) } else { (None, line) }
}

fn is_code(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'))
}
