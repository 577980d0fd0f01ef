//! Each row of the table decides about the change that it names.

mod ancestors;
mod claims;
mod classes;
mod codes;
mod facts;
mod members;
mod retries;
mod rules;
#[path = "../trees/mod.rs"]
mod trees;

use std::collections::BTreeSet;

use errtax_contract::{Contract, TABLE};

use self::trees::{shop, told};

/// What changes the old and the new tree, and everything that is told of it.
type Case = (fn(&mut Contract, &mut Contract), &'static [&'static str]);

/// Tries each case. Returns the rows that the sentences name.
#[track_caller]
fn cases(cases: &[Case]) -> Vec<&'static str> {
    for (edit, expected) in cases {
        let (mut old, mut new) = (shop(), shop());
        edit(&mut old, &mut new);
        assert_eq!(told(&old.changes_to(&new)), *expected);
        assert!(new.changes_to(&new).is_empty());
    }
    cases.iter().flat_map(|(_, expected)| *expected).filter_map(|line| line.split(' ').nth(1)).collect()
}

#[test]
fn a_class_that_comes_goes_or_becomes_another_kind() {
    classes::run();
}

#[test]
fn an_ancestor_that_comes_or_goes() {
    ancestors::run();
}

#[test]
fn a_code_that_comes_goes_or_leads_elsewhere() {
    codes::run();
}

#[test]
fn a_claim_that_takes_from_another_class() {
    claims::run();
}

#[test]
fn a_rule_that_comes_goes_or_leads_elsewhere() {
    rules::run();
}

#[test]
fn a_fact_that_is_another() {
    facts::run();
}

#[test]
fn a_member_that_comes_goes_or_becomes_another() {
    members::run();
}

#[test]
fn advice_to_repeat_in_every_direction_on_a_class_and_on_a_rule() {
    retries::run();
}

#[test]
fn every_row_of_the_table_has_a_case_here() {
    let runs = [
        ancestors::run(),
        claims::run(),
        classes::run(),
        codes::run(),
        facts::run(),
        members::run(),
        retries::run(),
        rules::run(),
    ];
    let met: BTreeSet<&str> = runs.into_iter().flatten().collect();
    let rows: BTreeSet<&str> = TABLE.iter().map(|row| row.name).collect();
    assert_eq!(rows.len(), TABLE.len(), "a name stands twice");
    assert_eq!(met, rows);
}
