//! A rule's text with its placeholders filled in.

use alloc::string::String;

/// `text` with each `{name}` replaced; `None` where a name has no value, or the braces do not match (which the
/// derive refuses). `{{` and `}}` stand for the braces themselves.
pub(crate) fn fill<'a>(text: &str, value: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        filled.push_str(before);
        rest = if let Some(after) = brace.strip_prefix("{{") {
            filled.push('{');
            after
        } else if let Some(after) = brace.strip_prefix("}}") {
            filled.push('}');
            after
        } else {
            let (name, after) = brace.strip_prefix('{')?.split_once('}')?;
            filled.push_str(value(name)?);
            after
        };
    }
    filled.push_str(rest);
    Some(filled)
}
