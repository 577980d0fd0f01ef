//! An explanation for people.

use std::fmt::Write as _;

use errtax_contract::{ClassFacts, Contract, Kind, Member, shown, shown_line};

use super::found::Way;
use super::{Explained, Fact};
use crate::output::{ASIDE, CODE, NAME};

pub(super) fn of(contract: &Contract, asked: &str, explained: &Explained<'_>) -> String {
    let Explained { class: id, name, kind, found_by, docs, facts, lineage, also, rules, members, catch } = explained;
    let mut text = format!("{NAME}{}{NAME:#}  {ASIDE}{}{ASIDE:#}\n", shown_line(name), shown_line(id));
    // Writing to a string does not fail, in all of these.
    let _ = writeln!(text, "{}", what(*kind));
    let asked = shown_line(asked);
    let _ = match found_by {
        Way::Code | Way::Name => Ok(()),
        Way::Alias => writeln!(text, "`{asked}` is an alias: see the rules"),
        Way::Prefix => writeln!(text, "`{asked}` begins as its codes do: see the rules"),
    };
    if !docs.is_empty() {
        let _ = writeln!(text, "\n{}", indented(&shown(docs)));
    }
    let name_of = |id: &str| shown_line(contract.classes.get(id).map_or(id, |class| &class.name));
    section(&mut text, "Facts", facts.iter().map(|each| fact(each, name_of)));
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
    section(&mut text, "Catch it", catch.iter().map(|line| shown_line(line)));
    text.trim_end().to_owned()
}

fn what(kind: Kind) -> &'static str {
    match kind {
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
        let _ = writeln!(text, "  {line}");
    }
}

fn fact(fact: &Fact<'_>, name_of: impl Fn(&str) -> String) -> String {
    let inherited = fact.inherited_from.map(|id| format!("  {ASIDE}from {}{ASIDE:#}", name_of(id)));
    format!("{:<8} {}{}", fact.name, shown_line(&fact.value), inherited.unwrap_or_default())
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

/// What a program writes to catch errors of a class.
pub(super) fn catch(class: &ClassFacts) -> Vec<String> {
    let name = &class.name;
    match (class.kind, name.split_once("::")) {
        (Kind::Category | Kind::Outside, _) => {
            vec![format!("catch!(error => {{ e is {name} => …, _ => … }})"), format!("error.is_a::<{name}>()")]
        }
        (_, Some((of, _))) => {
            vec![format!("match error.downcast_ref::<{of}>() {{ Some({name} {{ .. }}) => …, _ => … }}")]
        }
        (_, None) => vec![
            format!("catch!(error => {{ e: {name} => …, _ => … }})    // its values, as {name}"),
            format!("catch!(error => {{ e is {name} => …, _ => … }})  // and those of all classes below"),
        ],
    }
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
    lines.collect::<Vec<_>>().join("\n")
}
