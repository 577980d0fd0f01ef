//! Words of the class's page as Markdown.

use std::fmt::Display;

use quote::ToTokens;

use crate::facts::ClassPath;

/// A row of a table.
pub(super) fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Text as code, in a cell of a table.
pub(super) fn code(text: impl Display) -> String {
    let text = text.to_string().replace('|', "\\|");
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// A class by its name, linked where rustdoc can follow.
pub(super) fn link(class: &ClassPath) -> String {
    let segments: Vec<_> = class.0.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let name = segments.last().map(String::as_str).unwrap_or_default();
    let colons = class.0.leading_colon.map_or("", |_| "::");
    match segments.first().map(String::as_str) {
        Some("$crate") | None => code(name),
        Some(_) => format!("[`{name}`]({colons}{})", segments.join("::")),
    }
}

/// Tokens as a person writes them: without the spaces that separate all tokens.
pub(super) fn source(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (spaced, tight) in [
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ::", "::"),
        (":: ", "::"),
        (" ,", ","),
        ("& ", "&"),
        ("( ", "("),
        (" )", ")"),
    ] {
        text = text.replace(spaced, tight);
    }
    text
}
