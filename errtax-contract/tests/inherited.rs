//! What a class inherits, it changes with its ancestor: one change, told of the ancestor. And how all of it reads.

mod trees;

use errtax_contract::{ClassFacts, Contract, SAMPLE};

use self::trees::{bare, class, member, shop, told};

#[test]
fn a_fact_that_a_parent_states_is_one_change() {
    let mut new = shop();
    new.classes
        .values_mut()
        .filter(|class| class.service.is_some())
        .for_each(|class| class.service = Some("store".into()));
    assert_eq!(
        told(&shop().changes_to(&new)),
        ["breaking service-changed ShopError: was of the service `shop`, and is of `store` (+4)"]
    );
}

#[test]
fn a_class_that_changes_alone_is_told_alone() {
    let mut new = shop();
    for name in ["StockError", "OutOfStock", "Slow"] {
        class(&mut new, name).service = Some("store".into());
    }
    assert_eq!(
        told(&shop().changes_to(&new)),
        [
            "breaking service-changed Slow: was of the service `shop`, and is of `store`",
            "breaking service-changed StockError: was of the service `shop`, and is of `store` (+1)",
        ]
    );
}

#[test]
fn a_member_of_an_embedded_base_is_one_change() {
    let (mut old, new) = (shop(), shop());
    for name in ["StockError", "OutOfStock"] {
        class(&mut old, name).members.push(member("depot", "String", false));
    }
    assert_eq!(
        told(&old.changes_to(&new)),
        ["breaking member-removed StockError: no longer carries the member `depot` (+1)"]
    );
}

#[test]
fn problem_types_that_begin_otherwise_are_one_change_of_what_they_share() {
    let tree = |base: &str| {
        let mut tree = shop();
        for name in ["OutOfStock", "Slow"] {
            let class = class(&mut tree, name);
            class.problem = Some(format!("{base}{}", class.code.as_deref().unwrap()));
        }
        tree
    };
    assert_eq!(
        told(&tree("https://a/").changes_to(&tree("https://b/"))),
        ["breaking problem-changed ShopError: the problem type `https://a/*` is now `https://b/*` (+2)"]
    );
    // One that follows the code is no change of its own.
    let mut new = tree("https://a/");
    (class(&mut new, "Slow").code, class(&mut new, "Slow").problem) =
        (Some("Late".into()), Some("https://a/Late".into()));
    assert_eq!(
        told(&tree("https://a/").changes_to(&new)),
        ["breaking code-changed Slow: the code `Slow` is now `Late`"]
    );
}

#[test]
fn the_report_counts_explains_once_and_names_the_step() {
    let mut new = shop();
    class(&mut new, "Slow").status = Some(500);
    class(&mut new, "OutOfStock").status = Some(410);
    class(&mut new, "StockError").docs = "Of the stock.".into();
    new.classes
        .insert("shop::other::Slow".into(), ClassFacts { status: Some(500), ..bare("Slow", Some("shop::ShopError")) });
    assert_eq!(
        shop().changes_to(&new).to_string(),
        "2 breaking changes, 1 minor change, 1 patch change: the next version is a major one (below 1.0, a minor one)\n\n\
         breaking  OutOfStock: the status 409 is now 410\n          \
         Programs and proxies that look at it act differently. A fault that follows the status is no change of its own.\n\
         breaking  Slow (shop::Slow): the status 503 is now 500\n\
         minor     Slow (shop::other::Slow): is a new class\n          \
         Nothing that held is gone.\n\
         patch     StockError: reads differently in the documentation\n          \
         No error differs."
    );
    assert_eq!(shop().changes_to(&shop()).to_string(), "no changes");
}

#[test]
fn texts_of_a_file_bring_no_escapes_into_a_report() {
    let old = Contract::from_json(SAMPLE).unwrap();
    let mut new = old.clone();
    let class = class(&mut new, "OutOfStock");
    class.name = "\u{1b}[31mGone\u{202e}".into();
    class.code = Some("a\nb\u{9b}2J".repeat(100));
    class.members[0].name = "\u{7}".into();
    class.docs = "\u{1b}]8;;".into();
    let report = old.changes_to(&new).to_string();
    assert!(!report.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\u{7}']), "{report}");
    let ansi = old.changes_to(&new).to_ansi();
    assert_eq!(anstream::adapter::strip_str(&ansi).to_string(), report);
}
