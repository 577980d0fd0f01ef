//! A code that comes, goes, or leads elsewhere.

use errtax_contract::{ClassFacts, Contract, Kind};

use super::cases;
use super::trees::{alias, bare, class, member};

/// What is told where the code of `Slow` goes to a class that is not all that `Slow` was.
const MOVED: [&str; 2] =
    ["breaking code-moved Slow: the code `Slow` belongs to `VerySlow`", "minor class-added VerySlow: is a new class"];

/// A class below `Slow` that has its code and says what it does.
fn below_slow(tree: &mut Contract) -> &mut ClassFacts {
    let slow = class(tree, "Slow").clone();
    let (name, code) = ("VerySlow".to_owned(), Some("Slow".to_owned()));
    let below = ClassFacts { name, code, parent: Some("shop::Slow".to_owned()), also: vec![], rules: vec![], ..slow };
    tree.classes.entry("shop::VerySlow".to_owned()).or_insert(below)
}

pub(super) fn run() -> Vec<&'static str> {
    [codes_that_come_and_go(), codes_that_another_class_takes()].concat()
}

fn codes_that_come_and_go() -> Vec<&'static str> {
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
                below_slow(new);
            },
            &[
                "minor code-narrowed Slow: the code `Slow` belongs to `VerySlow`, a class below",
                "minor class-added VerySlow: is a new class",
            ],
        ),
    ])
}

fn codes_that_another_class_takes() -> Vec<&'static str> {
    cases(&[
        // A class below that says or requires something else, or has no values, is another one.
        (
            |_, new| {
                class(new, "Slow").code = None;
                below_slow(new).status = Some(500);
            },
            &MOVED,
        ),
        (
            |_, new| {
                class(new, "Slow").code = None;
                below_slow(new).retry = None;
            },
            &MOVED,
        ),
        (
            |_, new| {
                class(new, "Slow").code = None;
                below_slow(new).members.push(member("m", "u8", false));
            },
            &MOVED,
        ),
        (
            |_, new| {
                class(new, "Slow").code = None;
                below_slow(new).kind = Kind::Category;
            },
            &MOVED,
        ),
        (
            |_, new| {
                class(new, "Slow").code = None;
                below_slow(new).kind = Kind::Local;
            },
            &["breaking code-removed Slow: the code `Slow` is gone", "minor class-added VerySlow: is a new class"],
        ),
        (
            |_, new| {
                class(new, "Slow").code = None;
                below_slow(new).members.push(member("m", "Option<u8>", true));
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
        // A local class is never recognised: it takes nothing.
        (
            |_, new| class(new, "Internal").code = Some("StockUnknown".into()),
            &["minor code-added Internal: has the code `StockUnknown`"],
        ),
        (
            |_, new| class(new, "Slow").rules.push(alias("StockBusy")),
            &[
                "breaking claim-taken Slow: `code = \"StockBusy\"` takes answers from `StockError`, which claims them by \
                 `code = \"Stock*\"`",
                "minor alias-added Slow: is recognised by `code = \"StockBusy\"`",
            ],
        ),
        (
            |_, new| class(new, "OutOfStock").rules.push(alias("StockGone")),
            &["minor alias-added OutOfStock: is recognised by `code = \"StockGone\"`"],
        ),
    ])
}
