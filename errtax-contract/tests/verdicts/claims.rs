//! A code or a rule that decides about answers that were another class's.

use errtax_contract::{ClassFacts, Contract, Kind, Rule};

use super::cases;
use super::trees::{alias, bare, class, prefix};

/// Adds a class below the root.
fn add(tree: &mut Contract, class: ClassFacts) {
    tree.classes.insert(format!("shop::{}", class.name), class);
}

/// A new class `B` of the shop.
fn b() -> ClassFacts {
    ClassFacts { service: Some("shop".into()), ..bare("B", Some("shop::ShopError")) }
}

fn with_code(code: &str) -> ClassFacts {
    ClassFacts { code: Some(code.into()), ..b() }
}

fn with_rule(rule: Rule) -> ClassFacts {
    ClassFacts { rules: vec![rule], ..b() }
}

fn transport(kind: &str) -> Rule {
    Rule { transport: Some(kind.into()), ..Rule::default() }
}

fn status(status: u16) -> Rule {
    Rule { status: Some(status), ..Rule::default() }
}

/// A rule that `Slow` has in both trees.
fn both(old: &mut Contract, new: &mut Contract, rule: &Rule) {
    class(old, "Slow").rules.push(rule.clone());
    class(new, "Slow").rules.push(rule.clone());
}

pub(super) fn run() -> Vec<&'static str> {
    [claims_that_take(), claims_that_are_contested(), claims_that_take_nothing()].concat()
}

fn claims_that_take() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| add(new, with_code("StockGone")),
            &[
                "breaking claim-taken B: `code = \"StockGone\"` takes answers from `StockError`, which claims them by \
                 `code = \"Stock*\"`",
                "minor class-added B: is a new class",
            ],
        ),
        (
            |_, new| class(new, "Slow").rules.push(prefix("StockB")),
            &[
                "breaking claim-taken Slow: `code = \"StockB*\"` takes answers from `StockError`, which claims them by \
                 `code = \"Stock*\"`",
                "minor prefix-added Slow: is recognised by `code = \"StockB*\"`",
            ],
        ),
        (
            |old, new| {
                both(old, new, &transport("*"));
                add(new, with_rule(transport("connect")));
            },
            &[
                "breaking claim-taken B: `transport(connect)` takes answers from `Slow`, which claims them by `transport`",
                "minor class-added B: is a new class",
            ],
        ),
        (
            |old, new| {
                both(old, new, &status(429));
                add(new, with_code("Late"));
            },
            &[
                "breaking claim-taken B: `code = \"Late\"` takes answers from `Slow`, which claims them by `status = 429`",
                "minor class-added B: is a new class",
            ],
        ),
        (
            |_, new| add(new, with_rule(Rule { message_prefix: Some("gone".into()), ..alias("Slow") })),
            &[
                "breaking claim-taken B: `code = \"Slow\", message_prefix = \"gone\"` takes answers from `Slow`, which \
                 claims them by `code = \"Slow\"`",
                "minor class-added B: is a new class",
            ],
        ),
        // A local class that is recognised now claims what it states.
        (
            |old, new| {
                class(old, "Internal").code = Some("StockLost".into());
                class(new, "Internal").code = Some("StockLost".into());
                class(new, "Internal").kind = Kind::Wire;
            },
            &[
                "breaking claim-taken Internal: `code = \"StockLost\"` takes answers from `StockError`, which claims them \
                 by `code = \"Stock*\"`",
                "minor values-gained Internal: was local, and is built from responses",
            ],
        ),
        // The former rule is gone, and another one of its class covers it.
        (
            |old, new| {
                class(old, "StockError").rules[0].operation = Some("Get".into());
                add(new, with_rule(Rule { operation: Some("Get".into()), ..alias("StockGone") }));
            },
            &[
                "breaking claim-taken B: `code = \"StockGone\", operation = \"Get\"` takes answers from `StockError`, \
                 which claims them by `code = \"Stock*\", operation = \"Get\"`",
                "minor class-added B: is a new class",
                "minor prefix-added StockError: is recognised by `code = \"Stock*\"`",
                "patch rule-covered StockError: `code = \"Stock*\", operation = \"Get\"` is gone, and `code = \"Stock*\"` \
                 covers it",
            ],
        ),
        (
            |old, new| {
                both(old, new, &Rule { fallback: true, ..Rule::default() });
                add(new, with_rule(Rule { fallback: true, ..status(500) }));
            },
            &[
                "breaking claim-taken B: `status = 500, fallback` takes answers from `Slow`, which claims them by \
                 `fallback`",
                "minor class-added B: is a new class",
            ],
        ),
    ])
}

fn claims_that_are_contested() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| add(new, with_rule(alias("Slow"))),
            &[
                "breaking claim-contested B: claims `code = \"Slow\"`, which `Slow` claims",
                "minor class-added B: is a new class",
            ],
        ),
        (
            |_, new| add(new, ClassFacts { parent: Some("shop::Slow".into()), ..with_code("Slow") }),
            &[
                "breaking claim-contested B: claims `code = \"Slow\"`, which `Slow` claims",
                "minor class-added B: is a new class",
            ],
        ),
    ])
}

fn claims_that_take_nothing() -> Vec<&'static str> {
    cases(&[
        // Another service's, another status's, another message's.
        (
            |old, new| {
                both(old, new, &Rule { message_prefix: Some("No".into()), status: Some(429), ..prefix("L") });
                add(new, ClassFacts { service: Some("depot".into()), ..with_code("StockGone") });
                class(new, "Internal").kind = Kind::Wire;
                let other = Rule { status: Some(404), ..alias("Late") };
                class(new, "Internal").rules = vec![other, Rule { message_prefix: Some("Yes".into()), ..alias("Lax") }];
            },
            &[
                "minor class-added B: is a new class",
                "minor values-gained Internal: was local, and is built from responses",
                "minor alias-added Internal: is recognised by `code = \"Late\", status = 404`",
                "minor alias-added Internal: is recognised by `code = \"Lax\", message_prefix = \"Yes\"`",
            ],
        ),
        // It comes after what another class claims.
        (
            |_, new| class(new, "Slow").rules.push(prefix("OutOf")),
            &["minor prefix-added Slow: is recognised by `code = \"OutOf*\"`"],
        ),
        // What is built of such answers still is one of the class.
        (
            |_, new| add(new, ClassFacts { parent: Some("shop::StockError".into()), ..with_code("StockGone") }),
            &["minor class-added B: is a new class"],
        ),
        // A class above claims all of it before the prefix does.
        (
            |old, new| {
                both(old, new, &alias("StockBusy"));
                let rule = Rule { operation: Some("Get".into()), ..alias("StockBusy") };
                add(new, ClassFacts { parent: Some("shop::Slow".into()), ..with_rule(rule) });
            },
            &["minor class-added B: is a new class"],
        ),
        // A local class claims nothing, a fallback promises nothing, and no answer has neither code nor status.
        (
            |_, new| add(new, ClassFacts { kind: Kind::Local, ..with_code("StockGone") }),
            &["minor class-added B: is a new class"],
        ),
        (
            |old, new| {
                both(old, new, &Rule { fallback: true, ..Rule::default() });
                add(new, with_code("Late"));
            },
            &["minor class-added B: is a new class"],
        ),
        (
            |old, new| {
                both(old, new, &transport("*"));
                add(new, with_code("Late"));
            },
            &["minor class-added B: is a new class"],
        ),
    ])
}
