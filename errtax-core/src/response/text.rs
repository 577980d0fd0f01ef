//! A response in words: one line for a log, a capped dump for a debugger.

use core::fmt::{self, Write as _};

use super::ErrorResponse;
use super::cap::start_of;
use crate::cause::Cause;
use crate::{line, status, template};

/// How many bytes of a body, and characters of a text, a debugger is shown.
const SHOWN: usize = 256;

/// How many bytes of a foreign error a debugger is shown: more, since it has parts.
const SHOWN_OF_SOURCE: usize = 4 * SHOWN;

/// How many headers, members or context entries a debugger is shown.
const LISTED: usize = 32;

pub(super) fn display(response: &ErrorResponse, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut texts = response.rule().map_or(&[][..], |rule| rule.texts).iter();
    if let Some(filled) = texts.find_map(|text| template::fill(text, |name| placeholder(response, name))) {
        return line::write(&filled, f);
    }
    if let Some(said) = [response.message(), response.code()].into_iter().flatten().find(|said| !said.is_empty()) {
        return line::write(said, f);
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
        "code" => response.code(),
        // A response that names no service is taken to be of the class's, or the root's.
        "service" => response.service().or_else(|| response.data()?.matched?.service),
        key => response.context(key),
    }
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
    texts!(code);
    if let Some(shape) = data.shapes.first() {
        out.field("shape", &Shown(shape));
    }
    texts!(message, request_id, service, operation, protocol);
    if let Some(transport) = data.transport {
        out.field("transport", &transport);
    }
    if let Some(source) = &data.source {
        out.field("source", &Beginning(source));
    }
    if data.headers.iter().next().is_some() {
        out.field("headers", &data.headers);
    }
    if !data.context.is_empty() {
        out.field("context", &Listed(|| data.context.iter().map(|(key, value)| (&**key, &**value))));
    }
    if data.members.names().next().is_some() {
        out.field("members", &Listed(|| data.members.names().map(|name| (name, "…"))));
    }
    if let Some(body) = &data.body {
        let shown = body[..body.len().min(SHOWN)].escape_ascii();
        let more = if body.len() > SHOWN { "…" } else { "" };
        out.field("body", &format_args!("{} bytes \"{shown}\"{more}", body.len()));
    }
    out.finish()
}

/// The beginning of a text.
struct Shown<'a>(&'a str);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(SHOWN) {
            Some((end, _)) => write!(f, "{:?}…", &self.0[..end]),
            None => write!(f, "{:?}", self.0),
        }
    }
}

/// The beginning of what a foreign error says of itself, which may be all that it was sent.
struct Beginning<'a>(&'a Cause);

impl fmt::Debug for Beginning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_alternate = f.alternate();
        let mut shown = AtMost { room: SHOWN_OF_SOURCE, is_cut: false, f };
        let written = if is_alternate { write!(shown, "{:#?}", self.0) } else { write!(shown, "{:?}", self.0) };
        // The error that cut it off is none.
        if shown.is_cut { f.write_str("…") } else { written }
    }
}

/// Writes while there is room, in bytes, and fails after.
struct AtMost<'f, 'a> {
    room: usize,
    is_cut: bool,
    f: &'f mut fmt::Formatter<'a>,
}

impl fmt::Write for AtMost<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let fitting = start_of(text, self.room);
        self.f.write_str(fitting)?;
        self.room -= fitting.len();
        self.is_cut = fitting.len() < text.len();
        if self.is_cut { Err(fmt::Error) } else { Ok(()) }
    }
}

/// The first of some pairs, and how many more there are.
pub(super) struct Listed<F>(pub(super) F);

impl<'a, F: Fn() -> I, I: Iterator<Item = (&'a str, &'a str)>> fmt::Debug for Listed<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_map();
        out.entries((self.0)().take(LISTED).map(|(name, value)| (Shown(name), Shown(value))));
        match (self.0)().skip(LISTED).count() {
            0 => out.finish(),
            _ => out.finish_non_exhaustive(),
        }
    }
}
