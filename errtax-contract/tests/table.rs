//! The guide prints the table that decides.

use std::fmt::Write as _;

use errtax_contract::TABLE;
use expect_test::expect_file;

#[test]
fn the_guide_prints_the_table() {
    let mut table = "| change | verdict | why |\n|---|---|---|\n".to_owned();
    for row in TABLE {
        writeln!(table, "| {} | {} | {} |", row.change, row.verdict, row.why).unwrap();
    }
    expect_file!["../../src/guide/contract_verdicts.md"].assert_eq(&table);
}

#[test]
fn names_and_reasons_can_stand_in_a_table() {
    for row in TABLE {
        assert!(row.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", row.name);
        assert!(![row.change, row.why].concat().contains(['|', '\n']) && row.why.ends_with('.'), "{}", row.name);
    }
}
