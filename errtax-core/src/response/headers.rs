//! The headers of a response: one text, and where in it each begins and ends.

use alloc::{string::String, vec::Vec};
use core::{fmt, time::Duration};

use super::KEPT;
use super::cap::start_of;
use super::text::Listed;
use crate::digits;

/// What is read here, on every wire: kept even where the other headers have used up all room.
const READ: [&str; 3] = ["date", "retry-after", "x-amz-retry-after"];

/// The room for one of them then, in bytes: a gRPC status in a header may have 8 KiB.
const READ_ROOM: usize = 8 * 1024;

/// How long a name and its value mostly are, in bytes.
const MOSTLY: usize = 48;

#[derive(Clone, Default)]
pub(super) struct Headers {
    /// Names and values, one after the other, each of them UTF-8. As bytes: what is ASCII is not checked again, and most
    /// of it is never asked for as text.
    text: Vec<u8>,
    /// For each header, where its name and its value end.
    ends: Vec<(usize, usize)>,
    /// What the decoder of the answer reads besides: kept like what is read here.
    read: &'static [&'static str],
}

impl Headers {
    /// No headers yet, and the names of those that a decoder is going to read.
    pub(super) fn reading(read: &'static [&'static str]) -> Self {
        Self { read, ..Self::default() }
    }

    /// Keeps a header, while all of them together stay under the cap: a value that is too long is cut. What has no name
    /// is no header.
    pub(super) fn push(&mut self, name: &str, value: &[u8]) {
        if name.is_empty() {
            return;
        }
        let room = KEPT.saturating_sub(self.text.len() + name.len());
        let mut read = READ.iter().chain(self.read);
        let mut is_read = || read.any(|read| name.eq_ignore_ascii_case(read)) && self.get(name).is_none();
        let room = match room {
            0..=READ_ROOM if is_read() => READ_ROOM,
            0 => return,
            room => room,
        };
        self.text.extend_from_slice(name.as_bytes());
        let name_end = self.text.len();
        let value = &value[..value.len().min(room)];
        if value.is_ascii() {
            self.text.extend_from_slice(value);
        } else {
            self.text.extend_from_slice(start_of(&String::from_utf8_lossy(value), room).as_bytes());
        }
        self.ends.push((name_end, self.text.len()));
    }

    /// Keeps headers, each as [`push`](Self::push) does.
    pub(super) fn extend(&mut self, headers: impl Iterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>) {
        let expected = headers.size_hint().0.min(KEPT / MOSTLY);
        self.text.reserve(expected * MOSTLY);
        self.ends.reserve(expected);
        headers.for_each(|(name, value)| self.push(name.as_ref(), value.as_ref()));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |&(name_end, value_end)| {
            let header = (self.part(start, name_end), self.part(name_end, value_end));
            start = value_end;
            header
        })
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut start = 0;
        for &(name_end, value_end) in &self.ends {
            // Most names are told by their length.
            if name_end - start == name.len() && self.text[start..name_end].eq_ignore_ascii_case(name.as_bytes()) {
                return Some(self.part(name_end, value_end));
            }
            start = value_end;
        }
        None
    }

    /// A name or a value.
    fn part(&self, start: usize, end: usize) -> &str {
        str::from_utf8(&self.text[start..end]).unwrap_or_default()
    }

    /// `x-amz-retry-after` (milliseconds), else `Retry-After` (RFC 9110 §10.2.3).
    pub(super) fn retry_after(&self) -> Option<Duration> {
        if let Some(millis) = self.get("x-amz-retry-after").and_then(|value| digits::parse(value.trim())) {
            return Some(Duration::from_millis(millis));
        }
        let value = self.get("retry-after")?.trim();
        digits::parse(value).map(Duration::from_secs).or_else(|| self.until(value))
    }

    /// How long it is until `date`, counted from the answer's own date: the two clocks need not agree.
    #[cfg(feature = "std")]
    fn until(&self, date: &str) -> Option<Duration> {
        let then = httpdate::parse_http_date(date).ok()?;
        let sent = self.get("date").and_then(|date| httpdate::parse_http_date(date).ok());
        Some(then.duration_since(sent.or_else(now)?).unwrap_or_default())
    }

    #[cfg(not(feature = "std"))]
    #[expect(clippy::unused_self, reason = "with `std` the answer's own date is asked")]
    fn until(&self, _date: &str) -> Option<Duration> {
        None
    }
}

/// The time by this machine's clock, where it has one: asking panics on bare WebAssembly.
#[cfg(feature = "std")]
fn now() -> Option<std::time::SystemTime> {
    (!cfg!(all(target_family = "wasm", target_os = "unknown"))).then(std::time::SystemTime::now)
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Listed(|| self.iter()), f)
    }
}
