//! `cargo errtax explain`: what an error means.

mod facts;
mod found;
mod text;

use std::process::ExitCode;

use clap::ArgMatches;
use errtax_contract::{Contract, Kind, Member, Rule};
use serde::Serialize;

use self::facts::Fact;
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
    /// By which of its names it was found.
    found_by: Way,
    docs: &'a str,
    facts: Vec<Fact<'a>>,
    /// The parent, its parent, and so on.
    lineage: Vec<&'a str>,
    also: &'a [String],
    rules: &'a [Rule],
    members: &'a [Member],
    /// What a program writes to catch it.
    catch: Vec<String>,
}

pub(crate) fn run(arguments: &ArgMatches, output: &mut Output) -> Result<ExitCode, Failure> {
    let text = |name| arguments.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let (asked, source) = (text("code"), Source::parse(text("contract"))?);
    let contract = source.read()?;
    let found = found::find(&contract, asked);
    if found.is_empty() {
        let alike = found::alike(&contract, asked);
        return Err(Failure::NoCode { contract: source.to_string(), asked: asked.to_owned(), alike });
    }
    let classes: Vec<_> = found.iter().map(|found| explained(&contract, found)).collect();
    if output.is_json {
        output.json(&Answer { asked, classes })?;
    } else {
        let texts: Vec<String> = classes.iter().map(|class| text::of(&contract, asked, class)).collect();
        output.text(&texts.join("\n\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn explained<'a>(contract: &'a Contract, found: &Found<'a>) -> Explained<'a> {
    let Found { id, class, way } = *found;
    Explained {
        class: id,
        name: &class.name,
        kind: class.kind,
        found_by: way,
        docs: &class.docs,
        facts: facts::of(contract, id, class),
        lineage: contract.lineage(id),
        also: &class.also,
        rules: &class.rules,
        members: &class.members,
        catch: text::catch(class),
    }
}
