//! The headers of a response: one text, and where in it each begins and ends.

use alloc::{string::String, vec::Vec};
use core::{fmt, time::Duration};

use super::KEPT;
use super::text::Shown;

#[derive(Clone, Default)]
pub(super) struct Headers {
    /// Names and values, one after the other.
    text: String,
    /// For each header, where its name and its value end.
    ends: Vec<(usize, usize)>,
}

impl Headers {
    /// Keeps a header, while all of them together stay under the cap.
    pub(super) fn push(&mut self, name: &str, value: &[u8]) {
        if self.text.len() + name.len() + value.len() > KEPT {
            return;
        }
        self.text.push_str(name);
        let name_end = self.text.len();
        self.text.push_str(&String::from_utf8_lossy(value));
        self.ends.push((name_end, self.text.len()));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |&(name_end, value_end)| {
            let header = (&self.text[start..name_end], &self.text[name_end..value_end]);
            start = value_end;
            header
        })
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// `x-amz-retry-after` (milliseconds), else `Retry-After` (RFC 9110 §10.2.3).
    pub(super) fn retry_after(&self) -> Option<Duration> {
        if let Some(millis) = self.get("x-amz-retry-after").and_then(|value| value.trim().parse().ok()) {
            return Some(Duration::from_millis(millis));
        }
        let value = self.get("retry-after")?.trim();
        match value.parse() {
            Ok(seconds) => Some(Duration::from_secs(seconds)),
            Err(_) => self.until(value),
        }
    }

    /// How long it is until `date`, counted from the answer's own date: the two clocks need not agree.
    #[cfg(feature = "std")]
    fn until(&self, date: &str) -> Option<Duration> {
        let then = httpdate::parse_http_date(date).ok()?;
        let sent = self.get("date").and_then(|date| httpdate::parse_http_date(date).ok());
        let now = sent.unwrap_or_else(std::time::SystemTime::now);
        Some(then.duration_since(now).unwrap_or_default())
    }

    #[cfg(not(feature = "std"))]
    #[expect(clippy::unused_self, reason = "with `std` the answer's own date is asked")]
    fn until(&self, _date: &str) -> Option<Duration> {
        None
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(name, value)| (Shown(name), Shown(value)))).finish()
    }
}
