//! Characters that a reader cannot see, or that move others, made visible.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with such characters written as Rust escapes them: `\u{202e}`.
///
/// These are control characters but for the line feed and the tab, separators of lines and paragraphs (U+2028, U+2029),
/// the byte order mark, and what reorders text around it: the explicit directional characters of Unicode's bidirectional
/// algorithm ([UAX #9](https://www.unicode.org/reports/tr9/), 2).
/// A line that ends with `\r\n` ends with `\n`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        if character == '\r' && rest.peek() == Some(&'\n') {
            continue;
        }
        if is_hidden(character) {
            // Writing to a string does not fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

pub(crate) const fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' | '\u{feff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_moves_other_text_is_written_as_an_escape() {
        assert_eq!(visible("a\u{202e}b\u{2069}\u{61c}"), "a\\u{202e}b\\u{2069}\\u{61c}");
    }

    #[test]
    fn control_characters_are_seen_and_lines_are_kept() {
        assert_eq!(visible("a\0\u{1b}[1m\n\tb\u{85}\u{2028}"), "a\\u{0}\\u{1b}[1m\n\tb\\u{85}\\u{2028}");
        assert_eq!(visible("HTTP/1.1 404\r\na\rb"), "HTTP/1.1 404\na\\u{d}b");
    }

    #[test]
    fn text_of_any_script_is_left_alone() {
        let text = "Größe, حجم, 大きさ, 👩\u{200d}🚀";
        assert!(matches!(visible(text), std::borrow::Cow::Borrowed(same) if same == text));
    }
}
