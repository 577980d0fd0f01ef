//! The table of differences lets nothing through: neither a difference that it does not have, nor a row too many.

use serde_json::{Value, json};
use testbed::{Case, Difference, compare};

const ROW: Difference = Difference { id: "a", what: &["class"], why: "of a reason" };

/// Ten cases that recorded a class and a text, the first of them `a`.
fn cases() -> Vec<Case> {
    let case = |id| json!({"id": id, "kind": "wire", "input": {}, "class": "Class", "text": "text"});
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    serde_json::from_value(ids.map(case).into()).unwrap()
}

/// Compares ten cases, the first of which became `class` and `text`.
fn compared(table: &[Difference], class: &str, text: &str) {
    compare("seed", &cases(), table, |case, compare| {
        let (class, text) = if case.id == "a" { (class, text) } else { ("Class", "text") };
        compare.that("class", case.recorded("class"), class);
        compare.that("text", case.recorded("text"), text);
    });
}

#[test]
fn what_is_the_same_needs_no_row_and_what_differs_has_one() {
    compared(&[], "Class", "text");
    compared(&[ROW], "Other", "text");
}

#[test]
#[should_panic(expected = "a: class: \"Class\" was recorded, \"Other\" is here")]
fn a_difference_without_a_row_is_a_problem() {
    compared(&[], "Other", "text");
}

#[test]
#[should_panic(expected = "a: text: \"text\" was recorded, \"other\" is here")]
fn so_is_one_of_which_the_row_says_nothing() {
    compared(&[ROW], "Other", "other");
}

#[test]
#[should_panic(expected = "a: class is in the table, and is the same")]
fn so_is_a_row_about_what_is_the_same() {
    compared(&[ROW], "Class", "text");
}

#[test]
#[should_panic(expected = "z: is in the table, and is no case")]
fn so_is_a_row_about_no_case() {
    compared(&[Difference { id: "z", ..ROW }], "Class", "text");
}

#[test]
#[should_panic(expected = "a: is in the table twice")]
fn so_is_a_second_row() {
    compared(&[ROW, ROW], "Other", "text");
}

#[test]
#[should_panic(expected = "a: kept: does not hold")]
fn so_is_what_should_hold_and_does_not() {
    compare("seed", &cases(), &[], |case, compare| compare.holds("kept", case.id != "a"));
}

#[test]
#[should_panic(expected = "b: nothing was compared")]
fn so_is_a_case_of_which_nothing_was_compared() {
    compare("seed", &cases(), &[], |case, compare| {
        compare.that("class", case.recorded("class").filter(|_| case.id == "a"), "Class");
    });
}

#[test]
fn unless_a_row_says_that_there_is_nothing_to_compare() {
    compare("seed", &cases(), &[Difference { what: &[], ..ROW }], |case, compare| {
        compare.that("class", case.recorded("class").filter(|_| case.id != "a"), "Class");
    });
}

#[test]
#[should_panic(expected = "a: is in the table as not comparable, and was compared")]
fn which_is_a_problem_where_there_was() {
    compared(&[Difference { what: &[], ..ROW }], "Class", "text");
}

#[test]
#[should_panic(expected = "2 of 10 cases differ, which is more than a tenth")]
fn so_are_too_many_rows() {
    let rows = [ROW, Difference { id: "b", ..ROW }];
    compare("seed", &cases(), &rows, |case, compare| {
        let class = if rows.iter().any(|row| row.id == case.id) { "Other" } else { "Class" };
        compare.that("class", case.recorded("class"), class);
    });
}

#[test]
fn what_should_be_done_comes_before_what_was_recorded() {
    let case = json!({"id": "a", "kind": "wire", "input": {}, "class": "Class", "errtax_should": {"code": "400"}});
    let case: Case = serde_json::from_value(case).unwrap();
    assert_eq!(case.recorded("class"), None);
    assert_eq!(case.noted("class"), Some(&Value::from("Class")));
    assert_eq!(case.should("code"), Some(&Value::from("400")));
}

#[test]
fn classes_of_python_itself_are_outside_of_every_tree() {
    let case = |module: &str, class: &str| -> Case {
        let ancestors = ["RootError", "ValueError", "Exception", "BaseException"];
        serde_json::from_value(json!({
            "id": "a", "kind": "wire", "input": {},
            "expected_class": class, "expected_module": module, "expected_ancestors": ancestors,
        }))
        .unwrap()
    };
    let own = case("original.exceptions", "ConnectionError");
    assert_eq!((own.class(), own.ancestors()), (Some(&json!("ConnectionError")), Some(json!(["RootError"]))));
    for module in ["builtins", "_pickle"] {
        let pythons = case(module, "ConnectionError");
        assert_eq!((pythons.class(), pythons.ancestors()), (None, None), "{module}");
    }
}
