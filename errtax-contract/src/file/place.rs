//! Where in a text something stands.

/// A line and a column, counted from 1; the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Place {
    /// The place of a byte of `text`.
    pub(super) fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// The place of a part of `text`, which points into it.
    pub(super) fn of_part(text: &str, part: &str) -> Self {
        let byte = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        Self::of(text, byte.min(text.len()))
    }

    /// The place that an error names inside of a part of the text that begins here.
    pub(super) fn within(self, error: &serde_json::Error) -> Self {
        match error.line() {
            0 => self,
            1 => Self { line: self.line, column: self.column - 1 + error.column().max(1) },
            line => Self { line: self.line + line - 1, column: error.column().max(1) },
        }
    }
}
