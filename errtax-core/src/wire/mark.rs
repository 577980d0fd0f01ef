//! The mark that some writers put before a text in UTF-8, which says nothing (Unicode, §23.8 "Byte Order Mark").

/// `body` without its mark: readers of JSON may pass over it (RFC 8259 §8.1), readers of XML must (XML 1.0 §4.3.3).
pub(super) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}
