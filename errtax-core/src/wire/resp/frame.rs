//! How one element stands in the bytes: its line, and what its length says.

use crate::digits;

/// The text of an error: out of a simple or a blob error's frame, or bare.
pub(super) fn text(reply: &[u8]) -> &[u8] {
    match reply.split_first() {
        Some((b'-', line)) => line_of(line).0,
        Some((b'!', rest)) => {
            let (header, rest) = line_of(rest);
            match length(header) {
                Some(Length::Of(length)) => blob(rest, length).0,
                Some(Length::Streamed | Length::Null) | None => bare(reply),
            }
        }
        _ => bare(reply),
    }
}

/// A line as a client library hands it out.
fn bare(line: &[u8]) -> &[u8] {
    let end = line.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n'));
    &line[..end.map_or(0, |end| end + 1)]
}

/// What stands before the first line break, and after it. A last line needs none.
pub(super) fn line_of(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len());
    let (line, rest) = bytes.split_at(end);
    (line, after_break(rest))
}

/// `length` bytes, or as many as there are, and what stands after them and their line break.
pub(super) fn blob(bytes: &[u8], length: u64) -> (&[u8], &[u8]) {
    match usize::try_from(length).ok().and_then(|length| bytes.split_at_checked(length)) {
        Some((blob, rest)) => (blob, after_break(rest)),
        // Cut short: what it ends with may be its line break.
        None => (bare(bytes), &[]),
    }
}

fn after_break(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\r\n").or(bytes.strip_prefix(b"\r")).or(bytes.strip_prefix(b"\n")).unwrap_or(bytes)
}

/// What stands where a length should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Of(u64),
    /// `-1`: RESP2's null.
    Null,
    /// `?`: as long as it turns out to be.
    Streamed,
}

/// The length in a header; `None` where it is no length, or larger than any number.
pub(super) fn length(header: &[u8]) -> Option<Length> {
    match header {
        b"?" => Some(Length::Streamed),
        b"-1" => Some(Length::Null),
        header => digits::parse(str::from_utf8(header).ok()?).map(Length::Of),
    }
}
