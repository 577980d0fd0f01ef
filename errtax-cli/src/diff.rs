//! `cargo errtax diff`: what changed.

use std::process::ExitCode;

use clap::ArgMatches;
use errtax_contract::{Change, Changes, Verdict, shown};
use serde::Serialize;

use crate::failure::Failure;
use crate::output::{ASIDE, Output};
use crate::source::Source;

/// The answer for programs.
#[derive(Serialize)]
struct Answer<'a> {
    old: String,
    new: String,
    /// `breaking`, `minor`, `patch`; null where nothing changed.
    verdict: Option<Verdict>,
    /// The step of the next version; null where nothing changed.
    step: Option<&'static str>,
    /// The same for versions below 1.0.
    step_below_1: Option<&'static str>,
    changes: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    change: &'static str,
    verdict: Verdict,
    class: &'a str,
    name: &'a str,
    subject: Option<&'a str>,
    before: Option<&'a str>,
    after: Option<&'a str>,
    /// How many classes below changed with this one.
    below: usize,
    sentence: String,
    why: &'static str,
}

pub(crate) fn run(arguments: &ArgMatches, output: &mut Output) -> Result<ExitCode, Failure> {
    let text = |name| arguments.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let (old, new) = match Source::range(text("old"), text("new"))? {
        Some(revisions) => revisions,
        None => (Source::parse(text("old"))?, Source::parse(text("new"))?),
    };
    let changes = old.read()?.changes_to(&new.read()?);
    if output.is_json {
        output.json(&answer(&old, &new, &changes))?;
    } else {
        let (old, new) = (shown(&old.to_string()), shown(&new.to_string()));
        output.text(&format!("{ASIDE}{old} → {new}{ASIDE:#}\n{}", changes.to_ansi()))?;
    }
    Ok(ExitCode::from(u8::from(changes.verdict() == Some(Verdict::Breaking))))
}

fn answer<'a>(old: &Source, new: &Source, changes: &'a Changes) -> Answer<'a> {
    let verdict = changes.verdict();
    Answer {
        old: old.to_string(),
        new: new.to_string(),
        verdict,
        step: verdict.map(Verdict::step),
        step_below_1: verdict.map(Verdict::step_below_1),
        changes: changes.iter().map(row).collect(),
    }
}

fn row(change: &Change) -> Row<'_> {
    Row {
        change: change.row().name,
        verdict: change.verdict(),
        class: change.class(),
        name: change.name(),
        subject: change.subject(),
        before: change.before(),
        after: change.after(),
        below: change.below(),
        sentence: change.sentence(),
        why: change.row().why,
    }
}
