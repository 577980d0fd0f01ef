//! A code that comes, goes, or leads elsewhere.

use errtax_contract::ClassFacts;

use super::cases;
use super::trees::{alias, bare, class};

pub(super) fn run() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| class(new, "Internal").code = Some("Oops".into()),
            &["minor code-added Internal: has the code `Oops`"],
        ),
        (|_, new| class(new, "Slow").code = None, &["breaking code-removed Slow: the code `Slow` is gone"]),
        (
            |_, new| class(new, "Slow").code = Some("TooSlow".into()),
            &["breaking code-changed Slow: the code `Slow` is now `TooSlow`"],
        ),
        // An alias for the former code recognises it, and does not say it.
        (
            |_, new| {
                class(new, "Slow").code = Some("TooSlow".into());
                class(new, "Slow").rules.push(alias("Slow"));
            },
            &[
                "breaking code-changed Slow: the code `Slow` is now `TooSlow`",
                "minor alias-added Slow: is recognised by `code = \"Slow\"`",
            ],
        ),
        (
            |_, new| {
                class(new, "OutOfStock").code = None;
                class(new, "StockError").rules.push(alias("OutOfStock"));
            },
            &[
                "breaking code-moved OutOfStock: the code `OutOfStock` belongs to `StockError`",
                "minor alias-added StockError: is recognised by `code = \"OutOfStock\"`",
            ],
        ),
        (
            |_, new| {
                class(new, "Slow").code = None;
                let below = ClassFacts {
                    code: Some("Slow".into()),
                    service: Some("shop".into()),
                    ..bare("VerySlow", Some("shop::Slow"))
                };
                new.classes.insert("shop::VerySlow".into(), below);
            },
            &[
                "minor code-narrowed Slow: the code `Slow` belongs to `VerySlow`, a class below",
                "minor class-added VerySlow: is a new class",
            ],
        ),
        // A class below that lacks a member of the former class is another one.
        (
            |_, new| {
                class(new, "OutOfStock").code = None;
                let below = bare("Gone", Some("shop::OutOfStock"));
                let below = ClassFacts { code: Some("OutOfStock".into()), service: Some("shop".into()), ..below };
                new.classes.insert("shop::Gone".into(), below);
            },
            &[
                "breaking code-moved OutOfStock: the code `OutOfStock` belongs to `Gone`",
                "minor class-added Gone: is a new class",
            ],
        ),
        (
            |_, new| class(new, "Internal").code = Some("StockUnknown".into()),
            &[
                "breaking code-taken Internal: takes the code `StockUnknown` from `StockError`, which claimed it by a prefix",
                "minor code-added Internal: has the code `StockUnknown`",
            ],
        ),
        (
            |_, new| class(new, "Slow").rules.push(alias("StockBusy")),
            &["breaking code-taken Slow: takes the code `StockBusy` from `StockError`, which claimed it by a prefix"],
        ),
        (
            |_, new| class(new, "OutOfStock").rules.push(alias("StockGone")),
            &["minor alias-added OutOfStock: is recognised by `code = \"StockGone\"`"],
        ),
    ])
}
