//! XML, written element by element: texts and values.

use alloc::string::String;

use quick_xml::escape::escape;

use crate::value::Value;

/// An element with something inside.
pub(in crate::wire) fn element(xml: &mut String, name: &str, inside: impl FnOnce(&mut String)) {
    xml.extend(["<", name, ">"]);
    inside(xml);
    xml.extend(["</", name, ">"]);
}

/// A text. A character that XML 1.0 has no way to write (§2.2) is replaced; a carriage return, which readers take for
/// the end of a line, is referred to.
pub(in crate::wire) fn text(xml: &mut String, text: &str) {
    let legal = |char| match char {
        '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'.. => char,
        _ => char::REPLACEMENT_CHARACTER,
    };
    let text: String = text.chars().map(legal).collect();
    xml.push_str(&escape(text.as_str()));
}

/// An element of that name for a value; nothing where the name is none of XML's.
pub(in crate::wire) fn member(xml: &mut String, name: &str, value: &Value<'_>) {
    if is_name(name) {
        element(xml, name, |xml| content(xml, value));
    }
}

fn content(xml: &mut String, value: &Value<'_>) {
    match value {
        Value::Seq(values) => values.iter().for_each(|value| member(xml, "member", value)),
        Value::Map(entries) => map(xml, entries),
        scalar => text(xml, &scalar.as_text().unwrap_or_default()),
    }
}

/// A struct, whose keys are names, or a map (Smithy 2.0, "XML bindings"); null is the same as absent.
fn map(xml: &mut String, entries: &[(Value<'_>, Value<'_>)]) {
    for (key, value) in entries.iter().filter(|(_, value)| *value != Value::Null) {
        let name = key.as_text().unwrap_or_default();
        if let Value::Str(_) = key {
            member(xml, &name, value);
        } else {
            element(xml, "entry", |xml| {
                element(xml, "key", |xml| text(xml, &name));
                member(xml, "value", value);
            });
        }
    }
}

/// A name without a prefix (XML 1.0, fifth edition, §2.3).
fn is_name(name: &str) -> bool {
    name.starts_with(is_name_start) && name.chars().all(is_name_char)
}

fn is_name_start(char: char) -> bool {
    matches!(char, 'A'..='Z' | '_' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}' | '\u{370}'..='\u{37d}'
        | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}'
        | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
        | '\u{10000}'..='\u{effff}')
}

fn is_name_char(char: char) -> bool {
    is_name_start(char)
        || matches!(char, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}
