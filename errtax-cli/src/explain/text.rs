//! An explanation for people.

use std::fmt::Write as _;

use errtax_contract::{Fact, Kind, Member, Origin, Tree, shown, shown_line};

use super::Explained;
use super::found::Way;
use crate::output::{ASIDE, CODE, NAME};

/// So many of the classes below are named.
const NAMED: usize = 20;

pub(super) fn of(tree: &Tree<'_>, asked: &str, explained: &Explained<'_>) -> String {
    let Explained { class: id, name, docs, facts, lineage, also, rules, members, catch, .. } = explained;
    let mut text = format!("{NAME}{}{NAME:#}  {ASIDE}{}{ASIDE:#}\n", shown_line(name), shown_line(id));
    // Writing to a string does not fail, in all of these.
    let _ = writeln!(text, "{}", what(explained));
    let asked = shown_line(asked);
    let _ = match explained.found_by {
        Way::Code | Way::Name => Ok(()),
        Way::Alias => writeln!(text, "`{asked}` is an alias: see the rules"),
        Way::Prefix => writeln!(text, "`{asked}` begins as its codes do: see the rules"),
    };
    if !docs.is_empty() {
        let _ = writeln!(text, "\n{}", indented(&shown(docs)));
    }
    let name_of = |id: &str| shown_line(&tree.name(id));
    section(&mut text, "Facts", facts.iter().map(|row| fact(&row.fact, name_of)));
    let mut ancestors = Vec::new();
    if !lineage.is_empty() {
        ancestors.push(lineage.iter().map(|id| name_of(id)).collect::<Vec<_>>().join(" < "));
    }
    ancestors.extend(also.iter().map(|id| format!("also {}", name_of(id))));
    section(&mut text, "Is a", ancestors.into_iter());
    section(
        &mut text,
        "Recognised by",
        rules.iter().map(|rule| format!("{CODE}{}{CODE:#}", shown_line(&rule.to_string()))),
    );
    section(&mut text, "Carries", members.iter().map(member));
    section(&mut text, "Catch it", catch.join("\n\n").lines().map(shown_line));
    for (title, ids) in [("Classes below", &explained.below), ("Classes that are also one", &explained.also_below)] {
        let more = ids.len().checked_sub(NAMED).filter(|more| *more > 0);
        let more = more.map(|more| format!("{ASIDE}and {more} more{ASIDE:#}"));
        section(&mut text, title, ids.iter().take(NAMED).map(|id| name_of(id)).chain(more));
    }
    text.trim_end().to_owned()
}

fn what(explained: &Explained<'_>) -> &'static str {
    match explained.kind {
        Kind::Category if explained.is_enum => "An enum: each of its values is of a class below.",
        Kind::Category => "A category: it has no values of its own.",
        Kind::Wire => "Built from responses.",
        Kind::Local => "Made by the program itself, never from a response.",
        Kind::Outside => "An ancestor from outside of the tree.",
    }
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(text, "\n{NAME}{title}{NAME:#}");
    }
    for line in lines {
        let _ = writeln!(text, "{}{line}", if line.is_empty() { "" } else { "  " });
    }
}

/// What the class declares has no origin to be told, nor has what nobody says.
fn fact(fact: &Fact<'_>, name_of: impl Fn(&str) -> String) -> String {
    let origin = match fact.origin {
        Origin::Declared | Origin::Unsaid => String::new(),
        Origin::Inherited(id) => format!("  {ASIDE}from {}{ASIDE:#}", name_of(id)),
        Origin::Status | Origin::Code => format!("  {ASIDE}{}{ASIDE:#}", fact.origin),
    };
    format!("{:<8} {}{origin}", fact.name, shown_line(&fact.to_string()))
}

fn member(member: &Member) -> String {
    let mut line = format!("{}: {}", shown_line(&member.to_string()), shown_line(&member.r#type));
    if member.optional {
        line.push_str(", optional");
    }
    if member.out {
        line.push_str(", written when rendered");
    }
    if let Some(values) = &member.values {
        let known: Vec<String> = values.known.iter().map(|value| shown_line(value)).collect();
        let others = if values.open { ", or others" } else { "" };
        let _ = write!(line, "; {}{others}", known.join(", "));
    }
    if !member.docs.is_empty() {
        let docs = indented(&indented(&shown(&member.docs)));
        let _ = write!(line, "\n{ASIDE}{docs}{ASIDE:#}");
    }
    line
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
    lines.collect::<Vec<_>>().join("\n")
}
