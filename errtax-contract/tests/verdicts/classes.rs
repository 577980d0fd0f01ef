//! A class that comes, goes, or becomes another kind.

use errtax_contract::{ClassFacts, Kind};

use super::cases;
use super::trees::{self, bare, class};

pub(super) fn run() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| drop(new.classes.insert("shop::New".into(), bare("New", Some("shop::ShopError")))),
            &["minor class-added New: is a new class"],
        ),
        (|_, new| drop(new.classes.remove("shop::Slow")), &["breaking class-removed Slow: is gone"]),
        (
            |_, new| {
                let class = new.classes.remove("shop::Slow").unwrap();
                new.classes.insert("shop::slow::Slower".into(), ClassFacts { name: "Slower".into(), ..class });
            },
            &["breaking class-moved Slower: was `shop::Slow`: pin that identity with \
               `#[service_error(id = \"shop::Slow\")]`"],
        ),
        (
            |_, new| {
                // A class without a code is found by its name, and its children stay where they are.
                let class = new.classes.remove("shop::StockError").unwrap();
                new.classes.insert("shop::stock::StockError".into(), class);
                trees::class(new, "OutOfStock").parent = Some("shop::stock::StockError".into());
            },
            &["breaking class-moved StockError: was `shop::StockError`: pin that identity with \
               `#[service_error(id = \"shop::StockError\")]`"],
        ),
        // Which of two it was, nobody can say.
        (
            |old, new| {
                let slow = new.classes.remove("shop::Slow").unwrap();
                old.classes.insert("shop::Slower".into(), ClassFacts { name: "Slower".into(), ..slow.clone() });
                new.classes.insert("shop::Other".into(), ClassFacts { name: "Other".into(), ..slow });
            },
            &[
                "breaking class-removed Slow: is gone",
                "breaking class-removed Slower: is gone",
                "minor class-added Other: is a new class",
            ],
        ),
        // A code says which one it was together with its service.
        (
            |old, new| {
                let slow = old.classes["shop::Slow"].clone();
                let depot = ClassFacts { service: Some("depot".into()), rules: vec![], ..slow };
                for (tree, path) in [(old, "shop"), (new, "moved")] {
                    let slow = tree.classes.remove("shop::Slow").unwrap();
                    let named = |class: &ClassFacts, name: &str| ClassFacts { name: name.to_owned(), ..class.clone() };
                    tree.classes.insert(format!("{path}::Slow"), named(&slow, &format!("{path}Slow")));
                    tree.classes.insert(format!("{path}::Depot"), named(&depot, &format!("{path}Depot")));
                }
            },
            &[
                "breaking class-moved movedDepot: was `shop::Depot`: pin that identity with \
                 `#[service_error(id = \"shop::Depot\")]`",
                "breaking class-moved movedSlow: was `shop::Slow`: pin that identity with \
                 `#[service_error(id = \"shop::Slow\")]`",
            ],
        ),
        (|_, new| class(new, "Slow").name = "Busy".into(), &["minor class-renamed Busy: was named `Slow`"]),
        (
            |_, new| class(new, "Conflict").kind = Kind::Category,
            &["minor class-entered Conflict: is now a class of the tree"],
        ),
        (
            |_, new| class(new, "StockError").kind = Kind::Outside,
            &["breaking class-left StockError: is no longer a class of the tree"],
        ),
        (
            |_, new| class(new, "Internal").kind = Kind::Wire,
            &["minor values-gained Internal: was local, and is built from responses"],
        ),
        (
            |old, _| class(old, "StockError").kind = Kind::Category,
            &["minor values-gained StockError: was a category, and is built from responses"],
        ),
        (
            |_, new| class(new, "Slow").kind = Kind::Local,
            &["breaking values-lost Slow: was built from responses, and is local"],
        ),
        (
            |_, new| class(new, "Internal").kind = Kind::Category,
            &["breaking values-lost Internal: was local, and is a category"],
        ),
        (
            |old, _| old.root = "shop::StockError".into(),
            &["minor root-widened StockError: is now below the root `ShopError`"],
        ),
        (
            |_, new| new.root = "shop::StockError".into(),
            &["breaking root-changed ShopError: is no longer the root: that is `StockError`"],
        ),
        (
            |_, new| class(new, "Conflict").docs = "Too late.".into(),
            &["patch outside-changed Conflict: changed outside of the tree"],
        ),
        (
            |_, new| class(new, "Slow").docs = "Wait.".into(),
            &["patch docs-changed Slow: reads differently in the documentation"],
        ),
    ])
}
