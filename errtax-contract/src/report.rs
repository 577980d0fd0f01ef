//! Changes for people: a line each, the reason under the first of its kind, the step at the head.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use anstyle::{AnsiColor, Style};

use crate::diff::{Change, Changes, Verdict};
use crate::text::Plain;

/// How the parts of a report look; all plain, or with the escapes of a terminal.
#[derive(Clone, Copy, Default)]
struct Styles {
    breaking: Style,
    minor: Style,
    name: Style,
    aside: Style,
}

impl Styles {
    const COLOURED: Self = Self {
        breaking: AnsiColor::Red.on_default().bold(),
        minor: AnsiColor::Green.on_default(),
        name: Style::new().bold(),
        aside: Style::new().dimmed(),
    };

    fn of(self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Breaking => self.breaking,
            Verdict::Minor => self.minor,
            Verdict::Patch => self.aside,
        }
    }
}

/// The report without colours.
///
/// ```
/// # use errtax::contract::Contract;
/// # let old = Contract::from_json(errtax::contract::SAMPLE)?;
/// # let mut new = old.clone();
/// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
/// let report = old.changes_to(&new).to_string();
/// assert_eq!(report.lines().next(), Some("1 breaking change: the next version is a major one (below 1.0, a minor one)"));
/// # Ok::<(), errtax::contract::FormatError>(())
/// ```
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, Styles::default(), f)
    }
}

impl Changes {
    /// The report with the colours of a terminal, as ANSI escapes. Texts of the contracts bring in none of their own.
    ///
    /// ```
    /// # use errtax::contract::Contract;
    /// # let old = Contract::from_json(errtax::contract::SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// assert!(old.changes_to(&new).to_ansi().contains("\u{1b}[1m\u{1b}[31mbreaking"));
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn to_ansi(&self) -> String {
        let mut report = String::new();
        // Writing to a string does not fail.
        let _ = write(self, Styles::COLOURED, &mut report);
        report
    }
}

fn write(changes: &Changes, styles: Styles, f: &mut dyn fmt::Write) -> fmt::Result {
    let Some(verdict) = changes.verdict() else { return f.write_str("no changes") };
    let counts: Vec<String> = [Verdict::Breaking, Verdict::Minor, Verdict::Patch]
        .into_iter()
        .filter_map(|each| count(changes, each))
        .collect();
    writeln!(
        f,
        "{}: the next version is a {} one (below 1.0, a {} one)",
        counts.join(", "),
        verdict.step(),
        verdict.step_below_1()
    )?;
    let ambiguous = ambiguous(changes);
    let mut explained = BTreeSet::new();
    for change in changes.iter() {
        line(change, ambiguous.contains(change.name()), styles, f)?;
        let row = change.row();
        if explained.insert(row.name) {
            write!(f, "\n          {0}{why}{0:#}", styles.aside, why = row.why)?;
        }
    }
    Ok(())
}

/// "2 breaking changes", where there are any.
fn count(changes: &Changes, verdict: Verdict) -> Option<String> {
    let count = changes.iter().filter(|change| change.verdict() == verdict).count();
    match count {
        0 => None,
        1 => Some(format!("1 {verdict} change")),
        more => Some(format!("{more} {verdict} changes")),
    }
}

fn line(change: &Change, is_ambiguous: bool, styles: Styles, f: &mut dyn fmt::Write) -> fmt::Result {
    let verdict = change.verdict();
    let style = styles.of(verdict);
    let space = 10_usize.saturating_sub(verdict.to_string().len());
    write!(f, "\n{style}{verdict}{style:#}{:space$}{1}{name}{1:#}", "", styles.name, name = Plain(change.name()))?;
    if is_ambiguous {
        write!(f, " ({})", Plain(change.class()))?;
    }
    write!(f, ": {}", change.sentence())?;
    match change.below() {
        0 => Ok(()),
        1 => f.write_str(" (and 1 class below)"),
        more => write!(f, " (and {more} classes below)"),
    }
}

/// Names that stand for more than one class here.
fn ambiguous(changes: &Changes) -> BTreeSet<&str> {
    let mut classes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for change in changes.iter() {
        classes.entry(change.name()).or_default().insert(change.class());
    }
    classes.into_iter().filter(|(_, classes)| classes.len() > 1).map(|(name, _)| name).collect()
}
