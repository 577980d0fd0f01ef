//! `cargo errtax explain`: what an error means.

mod found;
mod text;

use std::process::ExitCode;

use clap::ArgMatches;
use errtax_contract::{Contract, Fact, Kind, Member, Origin, Rule, Tree};
use serde::Serialize;

use self::found::{Found, Way};
use crate::failure::Failure;
use crate::output::Output;
use crate::source::Source;

/// The answer for programs: each class that the code may mean.
#[derive(Serialize)]
struct Answer<'a> {
    asked: &'a str,
    classes: Vec<Explained<'a>>,
}

#[derive(Serialize)]
struct Explained<'a> {
    class: &'a str,
    name: &'a str,
    kind: Kind,
    /// Whether classes below are its variants.
    is_enum: bool,
    /// By which of its names it was found.
    found_by: Way,
    docs: &'a str,
    facts: Vec<Row<'a>>,
    /// The parent, its parent, and so on.
    lineage: Vec<&'a str>,
    also: &'a [String],
    rules: &'a [Rule],
    members: &'a [Member],
    /// The classes right below.
    below: Vec<&'a str>,
    /// The classes that state it as a secondary ancestor.
    also_below: Vec<&'a str>,
    /// What a program writes to catch it, a way in each.
    catch: Vec<String>,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'static str,
    /// Null where nobody says it.
    value: Option<String>,
    /// `declared`, `inherited`, `from the status`, `from the code`, `not said`.
    origin: String,
    inherited_from: Option<&'a str>,
    /// The same for people.
    #[serde(skip)]
    fact: Fact<'a>,
}

pub(crate) fn run(arguments: &ArgMatches, output: &mut Output) -> Result<ExitCode, Failure> {
    let text = |name| arguments.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let (asked, source) = (text("code"), Source::of(arguments)?);
    let contract = source.read()?;
    let tree = contract.tree();
    let found = found::find(&contract, asked);
    if found.is_empty() {
        let alike = found::alike(&contract, asked);
        return Err(Failure::NoCode { contract: source.to_string(), asked: asked.to_owned(), alike });
    }
    let classes: Vec<_> = found.iter().map(|found| explained(&contract, &tree, found)).collect();
    if output.is_json {
        output.json(&Answer { asked, classes })?;
    } else {
        let texts: Vec<String> = classes.iter().map(|class| text::of(&tree, asked, class)).collect();
        output.text(&texts.join("\n\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn explained<'a>(contract: &'a Contract, tree: &Tree<'a>, found: &Found<'a>) -> Explained<'a> {
    let Found { id, class, way } = *found;
    Explained {
        class: id,
        name: &class.name,
        kind: class.kind,
        is_enum: tree.is_enum(id),
        found_by: way,
        docs: &class.docs,
        facts: tree.facts(id).into_iter().map(row).collect(),
        lineage: contract.lineage(id),
        also: &class.also,
        rules: &class.rules,
        members: &class.members,
        below: tree.children(id).to_vec(),
        also_below: tree.also_below(id).to_vec(),
        catch: tree.catching(id),
    }
}

fn row(fact: Fact<'_>) -> Row<'_> {
    let inherited_from = match fact.origin {
        Origin::Inherited(from) => Some(from),
        Origin::Declared | Origin::Status | Origin::Code | Origin::Unsaid => None,
    };
    Row { name: fact.name, value: fact.value.clone(), origin: fact.origin.to_string(), inherited_from, fact }
}
