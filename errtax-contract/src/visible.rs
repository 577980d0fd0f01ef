//! Texts of others: what a reader cannot see, or what moves other text, is made visible.

use std::borrow::Cow;

/// The text with such characters written as Rust escapes them: `\u{202e}`.
///
/// A page shows line feeds and tabs as they are, and joiners are part of how some scripts are written. A line that ends
/// with `\r\n` ends with `\n`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        if is_hidden(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Control characters, and what Unicode calls format characters: directions, invisible operators, tags. Not the joiners,
/// without which some scripts cannot be written.
pub(crate) const fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' | '\u{200c}' | '\u{200d}' => false,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
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
