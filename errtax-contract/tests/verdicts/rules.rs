//! A rule that comes, goes, or leads elsewhere.

use errtax_contract::{ClassFacts, Rule};

use super::cases;
use super::trees::{alias, bare, class, prefix};

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
                let below = ClassFacts {
                    rules: vec![alias],
                    service: Some("shop".into()),
                    ..bare("Busier", Some("shop::Slow"))
                };
                new.classes.insert("shop::Busier".into(), below);
            },
            &[
                "minor class-added Busier: is a new class",
                "minor alias-narrowed Slow: `code = \"Busy\"` now leads to `Busier`, a class below",
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
            |_, new| {
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
