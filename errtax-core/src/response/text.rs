//! A response in words: one line for a log, a capped dump for a debugger.

use core::fmt;

use super::ErrorResponse;
use crate::status;
use crate::template;

/// How many bytes of a body, and characters of a text, a debugger is shown.
const SHOWN: usize = 256;

pub(super) fn display(response: &ErrorResponse, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(text) = response.rule().and_then(|rule| rule.text)
        && let Some(filled) = template::fill(text, |name| placeholder(response, name))
    {
        return sanitized(&filled, f);
    }
    if let Some(said) = response.message().or(response.code()) {
        return sanitized(said, f);
    }
    match (response.transport(), response.status()) {
        (Some(transport), _) => write!(f, "{transport}"),
        (None, Some(status)) => match status::reason(status) {
            Some(reason) => write!(f, "{status} {reason}"),
            None => write!(f, "status {status}"),
        },
        (None, None) => f.write_str("no details"),
    }
}

fn placeholder<'a>(response: &'a ErrorResponse, name: &str) -> Option<&'a str> {
    match name {
        "message" => response.message(),
        "service" => response.service(),
        key => response.context(key),
    }
}

/// `text` on one line: a control character, which could forge a line of a log, is escaped.
pub(crate) fn sanitized(text: &str, f: &mut impl fmt::Write) -> fmt::Result {
    for char in text.chars() {
        if char.is_control() || matches!(char, '\u{2028}' | '\u{2029}') {
            write!(f, "{}", char.escape_default())?;
        } else {
            f.write_char(char)?;
        }
    }
    Ok(())
}

pub(super) fn debug(response: &ErrorResponse, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_struct("ErrorResponse");
    let Some(data) = response.data() else { return out.finish() };
    macro_rules! texts {
        ($($field:ident),*) => {$(
            if let Some(text) = &data.$field {
                out.field(stringify!($field), &Shown(text));
            }
        )*};
    }
    if let Some(status) = data.status {
        out.field("status", &status);
    }
    texts!(code, shape, message, request_id, service, operation, protocol);
    if let Some(transport) = data.transport {
        out.field("transport", &transport);
    }
    if let Some(source) = &data.source {
        out.field("source", source);
    }
    if data.headers.iter().next().is_some() {
        out.field("headers", &data.headers);
    }
    if !data.context.is_empty() {
        out.field("context", &data.context);
    }
    if !data.members.is_empty() {
        out.field("members", &data.members);
    }
    if let Some(body) = &data.body {
        let shown = body[..body.len().min(SHOWN)].escape_ascii();
        let more = if body.len() > SHOWN { "…" } else { "" };
        out.field("body", &format_args!("{} bytes \"{shown}\"{more}", body.len()));
    }
    out.finish()
}

/// The beginning of a text.
pub(super) struct Shown<'a>(pub(super) &'a str);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(SHOWN) {
            Some((end, _)) => write!(f, "{:?}…", &self.0[..end]),
            None => write!(f, "{:?}", self.0),
        }
    }
}
