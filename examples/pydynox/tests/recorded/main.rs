//! What pydynox made of recorded inputs, and what becomes of them here: its answers go through the AWS SDK, as they did
//! through pydynox.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../../demo/answers.rs"]
mod answers;
mod by_hand;
mod calls;
#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../../demo/clients.rs"]
mod clients;
#[path = "../faulty/mod.rs"]
mod faulty;
mod locks;
mod promised;
mod python;

use std::collections::BTreeSet;

use errtax::{Error, Taxon, catch};
use pydynox::{ConditionalCheckFailedException, TableNotActive, class_named, plain};
use serde::Deserialize;
use serde_json::Value;
use testbed::{Case, Comparison, Difference};
use tokio::runtime;

/// Where this differs on purpose.
const DIFFERENCES: [Difference; 2] = [
    Difference {
        id: "ctor_item_too_large",
        what: &["ancestors"],
        why: "every error of pydynox is a `PydynoxException`, as its documentation says",
    },
    Difference {
        id: "pickle_core_exception",
        what: &[],
        why: "Rust has no pickling: an error is `Send`, and to other processes go its code and its members",
    },
];

#[test]
fn every_recorded_case_becomes_what_pydynox_makes_of_it() {
    let (Some(cases), Some(tree)) = (testbed::cases("pydynox"), Tree::read()) else { return };
    let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
    testbed::compare("pydynox", &cases, &DIFFERENCES, |case, compare| runtime.block_on(one(case, &tree, compare)));
}

/// A case that nobody here understands becomes nothing, and that is a problem of its own.
async fn one(case: &Case, tree: &Tree, compare: &mut Comparison) {
    let error = match case.kind.as_str() {
        "wire" => Some(calls::answered(case, compare).await),
        "client" => by_hand::found_here(case).await,
        "construct" => by_hand::constructed(case, compare),
        "flow" => locks::under_a_lock(case, compare).await,
        "retry" => return by_hand::repeated(case, tree, compare).await,
        "doc_bug" => return promised::documented(case, compare).await,
        _ => None,
    };
    if let Some(error) = error {
        tree.compare(case, &error, compare);
    }
}

/// The classes of the original.
#[derive(Deserialize)]
struct Tree {
    classes: BTreeSet<Named>,
}

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    class: String,
}

impl Tree {
    fn read() -> Option<Self> {
        testbed::corpus("seeds/pydynox_classes.json")
    }

    fn has(&self, name: &str) -> bool {
        self.classes.iter().any(|known| known.class == name)
    }

    /// The class and its ancestors, as far as the original has them, the class first.
    fn known(&self, class: &'static Taxon) -> Vec<&'static str> {
        class.lineage().iter().rev().map(|class| class.name()).filter(|name| self.has(name)).collect()
    }

    fn compare(&self, case: &Case, error: &Error, compare: &mut Comparison) {
        let known = self.known(error.taxon());
        compare.that("class", case.class().or(case.should("class")), known.first());
        compare.that("ancestors", case.ancestors().as_ref(), known.get(1..));
        compare.that("text", case.recorded("expected_str"), error.to_string());
        // Of a table that does not become active, the last answer is but the last of many.
        if case.kind == "wire" && !error.is_a::<TableNotActive>() {
            compare.that("code", case.input.get("code"), error.code());
            compare.that("message", case.input.get("message"), error.message());
        }
        let fields = case.recorded("expected_fields");
        compare.that("item", fields.map(|fields| &fields["item"]), item(error));
        for class in case.should("is_a").and_then(Value::as_array).into_iter().flatten() {
            let class = class.as_str().and_then(class_named);
            compare.that("is_a", Some(&true.into()), class.is_some_and(|class| error.taxon().is_a(class)));
        }
    }
}

/// What a condition failed at.
fn item(error: &Error) -> Option<Value> {
    catch!(error => {
        e: ConditionalCheckFailedException => e.item.as_ref().map(plain),
        _ => None,
    })
}
