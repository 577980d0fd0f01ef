//! An HTTP answer as `examples/data` writes them, so that these files are seeds.

use std::borrow::Cow;

/// The parts of an answer, each whatever the bytes say.
pub struct Answer<'a> {
    pub status: u16,
    pub headers: Vec<(Cow<'a, str>, &'a [u8])>,
    pub body: &'a [u8],
}

impl<'a> Answer<'a> {
    /// A line with the status as its second word, a line for each header, an empty line, the body.
    pub fn of(data: &'a [u8]) -> Self {
        let (first, mut rest) = line(data);
        let status = first.split(|byte| *byte == b' ').nth(1).and_then(|word| str::from_utf8(word).ok());
        let mut headers = Vec::new();
        while !rest.is_empty() {
            let (header, after) = line(rest);
            rest = after;
            if header.is_empty() {
                break;
            }
            let colon = header.iter().position(|byte| *byte == b':').unwrap_or(header.len());
            let value = header.get(colon + 1..).unwrap_or_default();
            headers.push((String::from_utf8_lossy(&header[..colon]), value.trim_ascii_start()));
        }
        Self { status: status.and_then(|word| word.parse().ok()).unwrap_or_default(), headers, body: rest }
    }
}

/// The first line without its end, and what follows it.
fn line(data: &[u8]) -> (&[u8], &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let line = data[..end].strip_suffix(b"\r").unwrap_or(&data[..end]);
    (line, data.get(end + 1..).unwrap_or_default())
}
