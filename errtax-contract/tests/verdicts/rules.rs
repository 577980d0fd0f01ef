//! A rule that comes, goes, or leads elsewhere.

use errtax_contract::{ClassFacts, Contract, Rule};

use super::cases;
use super::trees::{alias, class, prefix};

pub(super) fn run() -> Vec<&'static str> {
    [rules_that_lead_elsewhere(), rules_that_ask_more_or_less()].concat()
}

fn rules_that_lead_elsewhere() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| class(new, "Slow").rules.push(Rule { service: Some("*".into()), ..alias("SlowDown") }),
            &["minor alias-added Slow: is recognised by `code = \"SlowDown\", service = any`"],
        ),
        (
            |_, new| drop(class(new, "OutOfStock").rules.remove(0)),
            &["breaking alias-removed OutOfStock: is no longer recognised by `code = \"SoldOut\"`"],
        ),
        (
            |_, new| {
                let alias = class(new, "OutOfStock").rules.remove(0);
                class(new, "Slow").rules.push(alias);
            },
            &[
                "breaking alias-moved OutOfStock: `code = \"SoldOut\"` now leads to `Slow`",
                "minor alias-added Slow: is recognised by `code = \"SoldOut\"`",
            ],
        ),
        (
            |_, new| {
                let alias = class(new, "Slow").rules.remove(0);
                below_slow(new).rules = vec![alias];
            },
            &[
                "minor class-added Busier: is a new class",
                "minor alias-narrowed Slow: `code = \"Busy\"` now leads to `Busier`, a class below",
            ],
        ),
        // Its own advice was to repeat, and the class below gives none.
        (
            |_, new| {
                class(new, "Slow").rules.clear();
                let below = below_slow(new);
                (below.rules, below.retry) = (vec![alias("Busy")], None);
            },
            &[
                "breaking alias-moved Slow: `code = \"Busy\"` now leads to `Busier`",
                "minor class-added Busier: is a new class",
            ],
        ),
        (
            |_, new| class(new, "Slow").rules.push(prefix("Throttl")),
            &["minor prefix-added Slow: is recognised by `code = \"Throttl*\"`"],
        ),
        (
            |_, new| class(new, "StockError").rules.clear(),
            &["breaking prefix-removed StockError: is no longer recognised by `code = \"Stock*\"`"],
        ),
        (
            |old, new| {
                // It requires no more than the class above.
                for tree in [old, &mut *new] {
                    class(tree, "OutOfStock").members.pop();
                }
                let rule = class(new, "StockError").rules.remove(0);
                class(new, "OutOfStock").rules.push(rule);
            },
            &[
                "minor prefix-added OutOfStock: is recognised by `code = \"Stock*\"`",
                "minor rule-narrowed StockError: `code = \"Stock*\"` now leads to `OutOfStock`, a class below",
            ],
        ),
        (
            |_, new| class(new, "Slow").rules.push(Rule { fallback: true, ..Rule::default() }),
            &["minor rule-added Slow: is recognised by `fallback`"],
        ),
        (
            |_, new| drop(class(new, "OutOfStock").rules.pop()),
            &["breaking rule-removed OutOfStock: is no longer recognised by `transport(timeout)`"],
        ),
    ])
}

/// A class below `Slow` that says what it does, and is not recognised by anything.
fn below_slow(tree: &mut Contract) -> &mut ClassFacts {
    let slow = class(tree, "Slow").clone();
    let parent = Some("shop::Slow".to_owned());
    let below = ClassFacts { name: "Busier".to_owned(), code: None, parent, also: vec![], rules: vec![], ..slow };
    tree.classes.entry("shop::Busier".to_owned()).or_insert(below)
}

fn rules_that_ask_more_or_less() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| class(new, "OutOfStock").rules[1].transport = Some("*".into()),
            &[
                "minor rule-added OutOfStock: is recognised by `transport`",
                "patch rule-covered OutOfStock: `transport(timeout)` is gone, and `transport` covers it",
            ],
        ),
        (
            |old, _| {
                let rule = &mut class(old, "OutOfStock").rules[0];
                (rule.operation, rule.status) = (Some("Put".into()), Some(404));
            },
            &[
                "minor alias-added OutOfStock: is recognised by `code = \"SoldOut\"`",
                "patch rule-covered OutOfStock: `code = \"SoldOut\", operation = \"Put\", status = 404` is gone, and \
                 `code = \"SoldOut\"` covers it",
            ],
        ),
        // Another class stands between the two: what the narrower rule recognised is that class's now.
        (
            |old, new| {
                class(old, "Slow").rules.push(Rule { operation: Some("Get".into()), ..alias("Busy") });
                for tree in [old, new] {
                    let rule = Rule { message_prefix: Some("m".into()), ..alias("Busy") };
                    class(tree, "OutOfStock").rules.push(rule);
                }
            },
            &["breaking alias-moved Slow: `code = \"Busy\", operation = \"Get\"` now leads to `OutOfStock`"],
        ),
        // A prefix covers a whole code; what the narrower rule said of repeating is gone with it.
        (
            |_, new| {
                class(new, "Slow").rules = vec![prefix("Bus")];
                class(new, "Slow").retry = None;
            },
            &[
                "breaking retry-transient-unsaid Slow: retry: transient, now not said",
                "breaking retry-throttling-unsaid Slow: under `code = \"Busy\"`: retry: throttling, now not said",
                "minor prefix-added Slow: is recognised by `code = \"Bus*\"`",
                "patch rule-covered Slow: `code = \"Busy\"` is gone, and `code = \"Bus*\"` covers it",
            ],
        ),
        // The beginning of a message is compared without case.
        (
            |old, new| {
                class(old, "Slow").rules[0].message_prefix = Some("Too many".into());
                class(new, "Slow").rules[0].message_prefix = Some("too Many".into());
            },
            &["patch rule-covered Slow: `code = \"Busy\", message_prefix = \"Too many\"` is gone, and \
               `code = \"Busy\", message_prefix = \"too Many\"` covers it"],
        ),
        // A rule for any service covers what one of a service did; the class's own service does not.
        (
            |old, new| {
                class(old, "Slow").rules.push(Rule { service: Some("depot".into()), ..alias("Jam") });
                class(new, "Slow").rules.push(Rule { service: Some("*".into()), ..alias("Jam") });
            },
            &[
                "minor alias-added Slow: is recognised by `code = \"Jam\", service = any`",
                "patch rule-covered Slow: `code = \"Jam\", service = \"depot\"` is gone, and `code = \"Jam\", service = any` \
                 covers it",
            ],
        ),
        (
            |old, new| {
                class(old, "Slow").rules.push(Rule { service: Some("*".into()), ..alias("Jam") });
                class(new, "Slow").rules.push(alias("Jam"));
            },
            &[
                "breaking alias-removed Slow: is no longer recognised by `code = \"Jam\", service = any`",
                "minor alias-added Slow: is recognised by `code = \"Jam\"`",
            ],
        ),
        (
            |_, new| class(new, "OutOfStock").rules[0].operation = Some("Put".into()),
            &[
                "breaking alias-removed OutOfStock: is no longer recognised by `code = \"SoldOut\"`",
                "minor alias-added OutOfStock: is recognised by `code = \"SoldOut\", operation = \"Put\"`",
            ],
        ),
        (
            |_, new| class(new, "Slow").rules[0].texts = vec!["{message}".into(), "slow".into()],
            &["patch texts-changed Slow: reads differently under `code = \"Busy\"`"],
        ),
    ])
}
