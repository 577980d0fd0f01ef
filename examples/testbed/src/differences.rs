//! Comparing with what was recorded, and the table of what is done differently on purpose.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;

use crate::cases::Case;
use crate::live::say;

/// A case that is done differently here, and why.
#[derive(Clone, Copy, Debug)]
pub struct Difference {
    /// The case.
    pub id: &'static str,
    /// What differs: all of the names under which [`Comparison::that`] was told so. Nothing, where a case is about
    /// something that Rust does not have, and nothing of it is to be compared.
    pub what: &'static [&'static str],
    /// Why it is better so.
    pub why: &'static str,
}

/// The comparison of one case.
#[derive(Debug, Default)]
pub struct Comparison {
    compared: usize,
    /// What differs, and how.
    differing: Vec<(&'static str, String)>,
}

impl Comparison {
    /// Compares what was recorded, if it was, with what became of the case here.
    ///
    /// # Panics
    ///
    /// Where `here` cannot be written as JSON.
    pub fn that(&mut self, what: &'static str, recorded: Option<&Value>, here: impl Serialize) {
        let Some(recorded) = recorded else { return };
        let here = serde_json::to_value(here).unwrap_or_else(|error| panic!("{what}: {error}"));
        self.compared += 1;
        if *recorded != here {
            self.differing.push((what, format!("{what}: {recorded} was recorded, {here} is here")));
        }
    }

    /// Notes whether something holds that was written down in words alone, as `errtax_should` does at times.
    pub fn holds(&mut self, what: &'static str, holds: bool) {
        self.compared += 1;
        if !holds {
            self.differing.push((what, format!("{what}: does not hold")));
        }
    }
}

/// Compares the cases one by one, by `one`, and the differences with the table.
///
/// # Panics
///
/// Lists every case that differs and is not in the table, or differs in something else, and every row about a case that
/// differs no longer, or that names no case or one that has a row. The same where nothing of a case was compared without
/// a row that says so, or more than a tenth of the cases are in the table.
pub fn compare(seed: &str, cases: &[Case], table: &[Difference], mut one: impl FnMut(&Case, &mut Comparison)) {
    let mut problems = String::new();
    let (mut compared, mut rows) = (0, 0);
    for case in cases {
        let mut comparison = Comparison::default();
        one(case, &mut comparison);
        compared += comparison.compared;
        let row = table.iter().find(|row| row.id == case.id);
        match (comparison.compared == 0, row.is_some_and(|row| row.what.is_empty())) {
            (true, false) => _ = writeln!(problems, "{}: nothing was compared", case.id),
            (false, true) => _ = writeln!(problems, "{}: is in the table as not comparable, and was compared", case.id),
            _ => {}
        }
        rows += usize::from(row.is_some());
        let expected: BTreeSet<_> = row.map_or(&[][..], |row| row.what).iter().copied().collect();
        let differing: BTreeSet<_> = comparison.differing.iter().map(|(what, _)| *what).collect();
        for (what, how) in &comparison.differing {
            if !expected.contains(what) {
                let _ = writeln!(problems, "{}: {how}", case.id);
            }
        }
        for what in expected.difference(&differing) {
            let _ = writeln!(problems, "{}: {what} is in the table, and is the same", case.id);
        }
    }
    for (place, row) in table.iter().enumerate() {
        if !cases.iter().any(|case| case.id == row.id) {
            let _ = writeln!(problems, "{}: is in the table, and is no case", row.id);
        }
        if table[..place].iter().any(|earlier| earlier.id == row.id) {
            let _ = writeln!(problems, "{}: is in the table twice", row.id);
        }
    }
    say(&format!("{seed}: {} cases, {compared} comparisons, {rows} cases in the table", cases.len()));
    assert!(problems.is_empty(), "{seed}\n{problems}");
    assert!(rows * 10 <= cases.len(), "{seed}: {rows} of {} cases differ, which is more than a tenth", cases.len());
}
