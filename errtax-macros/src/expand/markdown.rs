//! Words of the class's page as Markdown.

use std::fmt::Display;

use quote::ToTokens;
use syn::ext::IdentExt;

use crate::facts::ClassPath;

/// A row of a table.
pub(super) fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Text as code, in a cell of a table.
pub(super) fn code(text: impl Display) -> String {
    let escaped = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    let text = text.to_string().chars().map(escaped).collect::<String>().replace('|', "\\|");
    let fence = (1..=text.len() + 1).map(|length| "`".repeat(length)).find(|fence| !text.contains(fence.as_str()));
    match fence.as_deref() {
        Some("`") | None => format!("`{text}`"),
        // A longer fence than any run of ticks inside, and blanks that Markdown drops again.
        Some(fence) => format!("{fence} {text} {fence}"),
    }
}

/// A class by its name, linked where rustdoc can follow.
pub(super) fn link(class: &ClassPath) -> String {
    let segments: Vec<_> = class.0.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
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
