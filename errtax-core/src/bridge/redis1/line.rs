//! One error line of a Redis server, as data.

use alloc::borrow::ToOwned;

use crate::response::ErrorResponse;

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
const PROTOCOL: &str = "resp";

/// An error line without its `-` and its end: the code is the first word, if it is one, and the message is the rest.
pub(super) fn decode(line: &str) -> ErrorResponse {
    let response = ErrorResponse::received(PROTOCOL);
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    if !is_code(word) {
        return response.with_message(line);
    }
    let response = response.with_code(word);
    let response = if rest.is_empty() { response } else { response.with_message(rest) };
    if word == "MOVED" || word == "ASK" { redirected(response, rest) } else { response }
}

/// Whether a word is a code, and not the first of a sentence: capitals, digits and underscores.
fn is_code(word: &str) -> bool {
    let is_next = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    word.starts_with(|first: char| first.is_ascii_uppercase()) && word.bytes().all(is_next)
}

/// `slot host:port` as members (Redis cluster specification, "MOVED Redirection"): an empty host is the host that
/// answered, and the port comes after the last colon, as an IPv6 address has no brackets.
fn redirected(mut response: ErrorResponse, rest: &str) -> ErrorResponse {
    let mut words = rest.split_ascii_whitespace();
    if let Some(slot) = words.next().and_then(|slot| slot.parse::<u16>().ok()) {
        response = response.with_member("slot", slot);
    }
    if let Some((host, port)) = words.next().and_then(|address| address.rsplit_once(':'))
        && let Ok(port) = port.parse::<u16>()
    {
        response = response.with_member("host", host.to_owned()).with_member("port", port);
    }
    response
}
