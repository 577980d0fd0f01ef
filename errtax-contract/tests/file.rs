//! The file of a contract: what is written is read again, a change is a line, and a broken file is refused with its place.

mod trees;

use errtax_contract::{Contract, FormatError, Kind, SAMPLE, Values};

use self::trees::{bare, class, shop};

#[test]
fn the_same_contract_is_the_same_file_whatever_the_order() {
    let contract = shop();
    let mut shuffled = contract.clone();
    for class in shuffled.classes.values_mut() {
        class.rules.reverse();
        class.members.reverse();
    }
    assert_eq!(shuffled.to_json(), contract.to_json());
    assert_eq!(Contract::from_json(&contract.to_json()).unwrap().to_json(), contract.to_json());
    assert_eq!(Contract::from_json(SAMPLE).unwrap().to_json(), SAMPLE);
}

/// The lines that only one of the two files has.
fn lines_apart(edit: impl Fn(&mut Contract)) -> (usize, usize) {
    let (old, mut new) = (shop(), shop());
    edit(&mut new);
    let (old, new) = (old.to_json(), new.to_json());
    let lack = |of: &str, from: &str| of.lines().filter(|line| !from.lines().any(|other| other == *line)).count();
    (lack(&old, &new), lack(&new, &old))
}

#[test]
fn one_change_is_one_line() {
    assert_eq!(lines_apart(|new| class(new, "ShopError").status = Some(418)), (0, 1));
    assert_eq!(lines_apart(|new| class(new, "Slow").code = None), (1, 0));
    assert_eq!(lines_apart(|new| class(new, "Slow").also.push("category::Failed".into())), (1, 1));
    assert_eq!(lines_apart(|new| class(new, "OutOfStock").rules[0].code = Some("Gone".into())), (1, 1));
    assert_eq!(lines_apart(|new| class(new, "OutOfStock").members[0].optional = false), (1, 1));
    assert_eq!(lines_apart(|new| drop(class(new, "OutOfStock").members.remove(0))), (1, 0));
    assert_eq!(lines_apart(|new| class(new, "Slow").docs = "Two\nlines.".into()), (0, 1));
}

#[test]
fn everything_that_a_class_says_is_read_again() {
    let mut contract = shop();
    let slow = class(&mut contract, "OutOfStock");
    slow.exposed = true;
    (slow.problem, slow.domain) = (Some("https://a/b".into()), Some("shop.example".into()));
    slow.members[0].values = Some(Values { known: vec!["Z".into(), "A".into()], open: true });
    slow.members[0].sample = Some(serde_json::json!({"a": [1.5, null, "\u{202e}"]}));
    slow.members[0].docs = "Left.\n\n- `one`".into();
    slow.docs = "</script>\u{1b}[2J \u{9b}2J \u{202e}gone".into();
    let file = contract.to_json();
    assert!(file.contains(r"</script>\u001b[2J \u009b2J \u202egone"), "{file}");
    assert_eq!(Contract::from_json(&file).unwrap(), contract);
}

#[track_caller]
fn refused(text: &str, expected: &str) -> FormatError {
    let error = Contract::from_json(text).unwrap_err();
    assert_eq!(error.to_string(), expected);
    error
}

const AGAIN: &str = "correct it, or let `ERRTAX_UPDATE=1 cargo test` write the file anew";

#[test]
fn a_file_that_is_cut_anywhere_is_refused_where_it_ends() {
    let whole = SAMPLE.trim_end();
    for end in (1..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let error = Contract::from_json(&whole[..end]).unwrap_err();
        let line = whole[..end].matches('\n').count() + 1;
        assert!(error.to_string().contains("the file ends too early: restore it"), "{end}: {error}");
        assert!((line - 1..=line).contains(&error.line()), "{end}: {error}");
    }
}

#[test]
fn a_file_of_a_newer_version_asks_for_an_update_whatever_else_it_holds() {
    refused(
        "{\n  \"root\": {\"of\": \"trees\"},\n  \"errtax_contract\": 2\n}",
        "3:3: the file has version 2 of the format, this errtax reads up to 1: it was written by a newer errtax: update \
         this one",
    );
    refused("{\"errtax_contract\": 0}", &format!("1:2: there is no version 0 of the format: {AGAIN}"));
}

#[test]
fn another_file_is_no_contract() {
    for other in ["{}", "[]", "null", "{\"name\": \"errors\"}"] {
        refused(
            other,
            "1:1: the file is no contract of errtax, which has a version number `errtax_contract`: is it the right file?",
        );
    }
    refused("", "1:1: the file ends too early: restore it, or let `ERRTAX_UPDATE=1 cargo test` write it anew");
}

#[test]
fn both_sides_of_a_merge_are_refused_as_such() {
    let text = SAMPLE.replace("      \"status\": 409,\n", "<<<<<<< HEAD\n      \"status\": 409,\n");
    refused(
        &text,
        "12:1: the file holds a merge conflict: let `ERRTAX_UPDATE=1 cargo test` write it anew from the merged code",
    );
}

#[test]
fn what_was_broken_by_hand_is_named_with_its_place() {
    let broken = |from: &str, to: &str| {
        assert!(SAMPLE.contains(from), "{from}");
        SAMPLE.replacen(from, to, 1)
    };
    let error = Contract::from_json(&broken("\"code\"", "\"codes\"")).unwrap_err().to_string();
    assert!(error.starts_with("10:13: unknown field `codes`, expected one of `name`, `kind`, `parent`,"), "{error}");
    assert!(error.ends_with(AGAIN), "{error}");
    refused(
        &broken("\"status\": 409", "\"status\": \"409\""),
        &format!("12:21: invalid type: string \"409\", expected u16: {AGAIN}"),
    );
    refused(
        &broken("\"status\": 409", "\"status\": 200"),
        &format!(
            "12:17: `errtax_core::category::Conflict` has the status 200, and statuses of errors are 400 to 599: {AGAIN}"
        ),
    );
    refused(
        &broken("\"parent\": \"orders::OrdersError\"", "\"parent\": \"orders::Gone\""),
        &format!("44:17: `orders::OutOfStock` descends from `orders::Gone`, which is no class of the file: {AGAIN}"),
    );
    refused(
        &broken("[\"errtax_core::category::Conflict\"]", "[\"category::Gone\"]"),
        &format!("45:15: `orders::OutOfStock` descends from `category::Gone`, which is no class of the file: {AGAIN}"),
    );
    refused(
        &broken(
            "\"parent\": null,\n      \"also\": [],\n      \"code\": null",
            "\"parent\": \"orders::OutOfStock\",\n      \"also\": [],\n      \"code\": null",
        ),
        &format!("25:17: `orders::OrdersError` descends from itself: {AGAIN}"),
    );
    refused(
        &broken("\"root\": \"orders::OrdersError\"", "\"root\": \"orders::Gone\""),
        &format!("1:1: the root `orders::Gone` is no class of the file: {AGAIN}"),
    );
    refused(
        &broken("\"root\": \"orders::OrdersError\"", "\"root\": \"errtax_core::category::Conflict\""),
        &format!("7:15: the root `errtax_core::category::Conflict` is said to stand outside of its tree: {AGAIN}"),
    );
    refused(
        &broken("\"parent\": \"orders::OrdersError\"", "\"parent\": null"),
        &format!(
            "44:17: `orders::OutOfStock` does not descend from the root `orders::OrdersError`, and is not of the kind \
             `outside`: {AGAIN}"
        ),
    );
    let error = Contract::from_json(&broken("\"orders::OutOfStock\": {", "\"orders::OrdersError\": {")).unwrap_err();
    assert!(error.to_string().ends_with(&format!("the class `orders::OrdersError` stands twice: {AGAIN}")), "{error}");
    assert_eq!(error.line(), 41);
}

#[test]
fn what_a_file_says_steers_no_terminal() {
    let error =
        Contract::from_json(&SAMPLE.replace("\"root\": \"orders", "\"root\": \"\\u001b[2J\\u202eorders")).unwrap_err();
    assert!(error.to_string().contains("`\\u{1b}[2J\\u{202e}orders::OrdersError`"), "{error}");
}

#[test]
fn a_secondary_ancestor_may_close_no_circle() {
    let mut contract = shop();
    class(&mut contract, "Failed").also.push("category::Conflict".into());
    let error = Contract::from_json(&contract.to_json()).unwrap_err();
    assert!(error.to_string().contains("`category::Conflict` descends from itself"), "{error}");
}

#[test]
fn hostile_nesting_and_size_are_refused() {
    let nested = SAMPLE.replace("\"sku\"", &format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000)));
    assert!(Contract::from_json(&nested).unwrap_err().to_string().contains("expected a string"));
    let sample = "\"out\": true, \"sample\": ".to_owned() + &"[".repeat(1_000) + &"]".repeat(1_000);
    let nested = SAMPLE.replace("\"out\": true", &sample);
    assert!(Contract::from_json(&nested).unwrap_err().to_string().contains("recursion limit exceeded"));

    let large = " ".repeat((64 << 20) + 1);
    assert!(Contract::from_json(&large).unwrap_err().to_string().contains("is it the right file?"));

    let mut deep = shop();
    let mut parent = "shop::ShopError".to_owned();
    for depth in 0..2_000 {
        let id = format!("shop::D{depth:04}");
        deep.classes.insert(id.clone(), bare("D", Some(&parent)));
        parent = id;
    }
    let error = Contract::from_json(&deep.to_json()).unwrap_err();
    assert!(error.to_string().contains("has more than 100 ancestors"), "{error}");
    // By hand it can be built, and is compared all the same.
    assert!(deep.is_a(&parent, "shop::ShopError") && deep.changes_to(&deep).is_empty());
}

#[test]
fn a_cycle_that_was_built_by_hand_ends() {
    let mut contract = shop();
    class(&mut contract, "ShopError").parent = Some("shop::Slow".into());
    class(&mut contract, "Failed").kind = Kind::Wire;
    let changes = shop().changes_to(&contract);
    assert!(!changes.is_empty() && contract.lineage("shop::Slow").len() == 2);
}
