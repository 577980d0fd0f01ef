//! Texts of bounded length.

use alloc::string::String;

use super::KEPT;

/// A text of at most 64 KiB.
pub(super) fn capped(mut text: String) -> String {
    if text.len() <= KEPT {
        return text;
    }
    text.truncate(start_of(&text, KEPT).len());
    text
}

/// At most `room` bytes of `text`, cut between two characters.
pub(crate) fn start_of(text: &str, room: usize) -> &str {
    let end = (0..=room.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}
