//! Texts of others, as they may be shown: nothing in them steers a terminal or hides from a reader.

use std::fmt::{self, Write as _};

use crate::visible::{is_hidden, visible};

/// A text on one line, with escapes for whatever would steer a terminal, turn the direction of writing, or be invisible.
///
/// What is longer than 200 characters is cut, with `…` at its end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plain<'a>(pub(crate) &'a str);

/// Longer texts belong into the file, not into a report about it.
const SHOWN: usize = 200;

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars();
        for character in characters.by_ref().take(SHOWN) {
            write_plain(character, f)?;
        }
        if characters.next().is_some() { f.write_char('…') } else { Ok(()) }
    }
}

fn write_plain(character: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if steers(character) { write!(f, "{}", character.escape_default()) } else { f.write_char(character) }
}

fn steers(character: char) -> bool {
    matches!(character, '\n' | '\t') || is_hidden(character)
}

/// A text on one line, with escapes for whatever would steer a terminal, turn the direction of writing, or be invisible.
/// What is longer than 200 characters is cut.
///
/// ```
/// assert_eq!(errtax::contract::shown_line("late\n\u{1b}[2J"), "late\\n\\u{1b}[2J");
/// ```
pub fn shown_line(text: &str) -> String {
    Plain(text).to_string()
}

/// A text of several lines with the same escapes; the ends of its lines stay.
///
/// ```
/// let docs = "Late.\n\u{1b}[2J\u{202e}gone";
/// assert_eq!(errtax::contract::shown(docs), "Late.\n\\u{1b}[2J\\u{202e}gone");
/// ```
pub fn shown(text: &str) -> String {
    visible(text).into_owned()
}

/// JSON text with the same characters as JSON's own escapes: inside of strings it means what it did.
///
/// The ends of lines stay, which JSON has only between values.
///
/// ```
/// assert_eq!(errtax::contract::shown_json("[\"\u{9b}2J\"]"), "[\"\\u009b2J\"]");
/// ```
pub fn shown_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for character in json.chars() {
        if character != '\n' && steers(character) {
            shown.extend(character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            shown.push(character);
        }
    }
    shown
}
