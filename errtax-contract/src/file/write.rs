//! A contract to text.

use std::io;

use serde::Serialize;
use serde_json::ser::Formatter;

use super::VERSION;
use crate::model::{ClassFacts, Contract};
use crate::text::shown_json;

pub(super) fn write(contract: &Contract) -> String {
    let head = format!("{{\n  \"errtax_contract\": {VERSION},\n  \"root\": {},\n  \"classes\": ", line(&contract.root));
    let mut classes = contract.classes.iter().map(|(id, class)| format!("    {}: {}", line(id), write_class(class)));
    let classes = block(&mut classes, "  ", ['{', '}']);
    // Invisible and steering characters are visible in a review.
    shown_json(&format!("{head}{classes}\n}}\n"))
}

/// Every fact, also those that the class does not state: what it states later is one changed line.
fn write_class(class: &ClassFacts) -> String {
    let ClassFacts {
        name,
        kind,
        parent,
        also,
        code,
        service,
        status,
        fault,
        retry,
        problem,
        domain,
        exposed,
        rules,
        members,
        docs,
    } = &class.clone().in_order();
    let mut rules = rules.iter().map(|rule| format!("        {}", line(rule)));
    let mut members = members.iter().map(|member| format!("        {}", line(member)));
    let facts = [
        ("name", line(name)),
        ("kind", line(kind)),
        ("parent", line(parent)),
        ("also", line(also)),
        ("code", line(code)),
        ("service", line(service)),
        ("status", line(status)),
        ("fault", line(fault)),
        ("retry", line(retry)),
        ("problem", line(problem)),
        ("domain", line(domain)),
        ("exposed", line(exposed)),
        ("rules", block(&mut rules, "      ", ['[', ']'])),
        ("members", block(&mut members, "      ", ['[', ']'])),
        ("docs", line(docs)),
    ];
    block(&mut facts.into_iter().map(|(key, value)| format!("      \"{key}\": {value}")), "    ", ['{', '}'])
}

/// Entries between brackets, one a line.
fn block(entries: &mut dyn Iterator<Item = String>, indent: &str, [open, close]: [char; 2]) -> String {
    let entries: Vec<String> = entries.collect();
    if entries.is_empty() {
        return format!("{open}{close}");
    }
    format!("{open}\n{}\n{indent}{close}", entries.join(",\n"))
}

/// A value on one line. Nothing in a contract is without a form in JSON.
fn line(value: &(impl Serialize + ?Sized)) -> String {
    let mut bytes = Vec::new();
    let written = value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Spaced));
    written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// JSON on one line, with spaces as a person would write it.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}
