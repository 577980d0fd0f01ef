//! Trees for the tests, built by hand.
#![allow(dead_code, reason = "each test uses some of it")]

use std::collections::BTreeMap;

use errtax_contract::{Changes, ClassFacts, Contract, Fault, Kind, Member, Place, Retry, Rule};

/// The class of a tree by its name.
pub(crate) fn class<'a>(tree: &'a mut Contract, name: &str) -> &'a mut ClassFacts {
    tree.classes.values_mut().find(|class| class.name == name).unwrap()
}

pub(crate) fn bare(name: &str, parent: Option<&str>) -> ClassFacts {
    ClassFacts { parent: parent.map(str::to_owned), ..ClassFacts::new(name, Kind::Wire) }
}

pub(crate) fn member(name: &str, of_type: &str, optional: bool) -> Member {
    Member {
        place: Place::Member,
        name: name.to_owned(),
        r#type: of_type.to_owned(),
        optional,
        out: false,
        values: None,
        sample: None,
        docs: String::new(),
    }
}

pub(crate) fn alias(code: &str) -> Rule {
    Rule { code: Some(code.to_owned()), ..Rule::default() }
}

pub(crate) fn prefix(prefix: &str) -> Rule {
    Rule { prefix: Some(prefix.to_owned()), ..Rule::default() }
}

/// `ShopError` > `StockError` > `OutOfStock`; `ShopError` > `Slow`, `Internal`; outside, `Conflict` > `Failed`.
pub(crate) fn shop() -> Contract {
    let mut classes = BTreeMap::new();
    let mut add = |id: &str, class: ClassFacts| classes.insert(id.to_owned(), class);
    let in_shop =
        |name: &str, parent: &str| ClassFacts { service: Some("shop".to_owned()), ..bare(name, Some(parent)) };
    add("category::Failed", ClassFacts { kind: Kind::Outside, ..bare("Failed", None) });
    add(
        "category::Conflict",
        ClassFacts {
            kind: Kind::Outside,
            code: Some("ABORTED".to_owned()),
            ..bare("Conflict", Some("category::Failed"))
        },
    );
    add("category::Busy", ClassFacts { kind: Kind::Outside, ..bare("Busy", None) });
    add("shop::ShopError", ClassFacts { parent: None, ..in_shop("ShopError", "") });
    add("shop::StockError", ClassFacts { rules: vec![prefix("Stock")], ..in_shop("StockError", "shop::ShopError") });
    add(
        "shop::OutOfStock",
        ClassFacts {
            also: vec!["category::Conflict".to_owned()],
            code: Some("OutOfStock".to_owned()),
            status: Some(409),
            fault: Some(Fault::Client),
            retry: Some(Retry::Never),
            rules: vec![alias("SoldOut"), Rule { transport: Some("timeout".to_owned()), ..Rule::default() }],
            members: vec![member("left", "Option<u32>", true), member("sku", "String", false)],
            docs: "There is nothing left.".to_owned(),
            ..in_shop("OutOfStock", "shop::StockError")
        },
    );
    add(
        "shop::Slow",
        ClassFacts {
            code: Some("Slow".to_owned()),
            status: Some(503),
            fault: Some(Fault::Server),
            retry: Some(Retry::Transient),
            rules: vec![Rule { retry: Some(Retry::Throttling), texts: vec!["busy".to_owned()], ..alias("Busy") }],
            also: vec!["category::Busy".to_owned()],
            ..in_shop("Slow", "shop::ShopError")
        },
    );
    add(
        "shop::Internal",
        ClassFacts {
            kind: Kind::Local,
            status: Some(500),
            fault: Some(Fault::Server),
            ..in_shop("Internal", "shop::ShopError")
        },
    );
    Contract { root: "shop::ShopError".to_owned(), classes }
}

/// Each change as "verdict row Name: sentence", and how many classes inherit it.
pub(crate) fn told(changes: &Changes) -> Vec<String> {
    let below = |count| if count == 0 { String::new() } else { format!(" (+{count})") };
    changes
        .iter()
        .map(|change| {
            let (verdict, row, name) = (change.verdict(), change.row().name, change.name());
            format!("{verdict} {row} {name}: {}{}", change.sentence(), below(change.below()))
        })
        .collect()
}
