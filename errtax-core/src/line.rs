//! Foreign text on a line of ours: escaped, and bounded where it only tells what went wrong.

use alloc::string::String;
use core::fmt::{self, Write};

/// How long the text of a problem gets, in bytes: long enough for any value worth reading.
const PROBLEM: usize = 512;

/// `text` on one line: a control character, which could forge a line of a log, is escaped.
pub(crate) fn write(text: &str, f: &mut impl Write) -> fmt::Result {
    for char in text.chars() {
        if ends_lines(char) {
            write!(f, "{}", char.escape_default())?;
        } else {
            f.write_char(char)?;
        }
    }
    Ok(())
}

/// Whether it is a control character, or one more that some take for the end of a line.
pub(crate) fn ends_lines(char: char) -> bool {
    char.is_control() || matches!(char, '\u{2028}' | '\u{2029}')
}

/// `problem` in words, on one line, cut where it gets long.
pub(crate) fn of(problem: impl fmt::Display) -> String {
    let mut line = Line(String::new());
    // An error only says that the rest was cut off.
    let _ = write!(line, "{problem}");
    line.0
}

struct Line(String);

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for char in text.chars() {
            if self.0.len() >= PROBLEM {
                self.0.push('…');
                return Err(fmt::Error);
            }
            write(char.encode_utf8(&mut [0; 4]), &mut self.0)?;
        }
        Ok(())
    }
}
