//! An ancestor that comes or goes.

use super::cases;
use super::trees::{bare, class};

pub(super) fn run() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| class(new, "OutOfStock").parent = Some("shop::ShopError".into()),
            &["breaking parent-changed OutOfStock: no longer descends from `StockError`"],
        ),
        (
            |_, new| class(new, "Slow").parent = Some("shop::StockError".into()),
            &["minor parent-inserted StockError: stands between `ShopError` and `Slow`"],
        ),
        (
            |_, new| {
                new.classes.insert("shop::Ours".into(), bare("Ours", Some("shop::ShopError")));
                class(new, "Slow").parent = Some("shop::Ours".into());
                class(new, "StockError").parent = Some("shop::Ours".into());
            },
            &[
                "minor class-added Ours: is a new class",
                "minor parent-inserted Ours: stands between `ShopError` and 2 classes",
            ],
        ),
        (
            |_, new| {
                class(new, "OutOfStock").parent = Some("shop::Slow".into());
                class(new, "OutOfStock").also.push("shop::StockError".into());
            },
            &[
                "minor parent-kept OutOfStock: its parent was `StockError`, and is `Slow`",
                "patch also-restated OutOfStock: is a `StockError` by another way",
            ],
        ),
        // The removal of an ancestor is told once, and not again of those below it.
        (
            |_, new| {
                new.classes.remove("shop::StockError");
                class(new, "OutOfStock").parent = Some("shop::ShopError".into());
            },
            &["breaking class-removed StockError: is gone"],
        ),
        (
            |_, new| class(new, "Internal").also.push("category::Busy".into()),
            &["minor also-added Internal: is now also a `Busy`"],
        ),
        (|_, new| class(new, "Slow").also.clear(), &["breaking also-removed Slow: is no longer a `Busy`"]),
        // Outside of the tree, too: it is told where it is lost.
        (
            |_, new| {
                new.classes.remove("category::Failed");
                class(new, "Conflict").parent = None;
            },
            &["breaking parent-changed Conflict: no longer descends from `Failed`"],
        ),
        (
            |_, new| class(new, "OutOfStock").also.push("category::Failed".into()),
            &["patch also-restated OutOfStock: is a `Failed` by another way"],
        ),
    ])
}
