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

use std::collections::BTreeSet;

use errtax::{Error, Taxon, catch};
use pydynox::{ConditionalCheckFailedException, EncryptionFailure, TableNotActive, plain};
use serde::Deserialize;
use serde_json::Value;
use testbed::{Case, Comparison, Difference};

/// Where this differs on purpose.
const DIFFERENCES: [Difference; 6] = [
    Difference {
        id: "ddb.wait_active.ResourceNotFoundException",
        what: &["class"],
        why: "whoever catches `PydynoxException` catches this: Python's own `TimeoutError` is none",
    },
    Difference {
        id: "client.tx.emptytoken",
        what: &["class", "ancestors"],
        why: "what is refused here is a `ValidationException`, as what the service refuses; Python's `ValueError` is none",
    },
    Difference {
        id: "client.put.unserializable",
        what: &["class", "ancestors"],
        why: "there is a class for it, which is documented and which the original never raises",
    },
    Difference {
        id: "kms.decrypt.badb64",
        what: &["class", "ancestors"],
        why: "an envelope that cannot be opened is an `EncryptionException`, as the other two are, not a `ValueError`",
    },
    Difference {
        id: "lock_single_use",
        what: &["class", "ancestors"],
        why: "a lock that is not had is a `LockNotAcquired`, and so a `PydynoxException`; a `RuntimeError` is none",
    },
    Difference {
        id: "ctor_item_too_large",
        what: &["ancestors"],
        why: "every error of pydynox is a `PydynoxException`, as its documentation says",
    },
];

#[tokio::test]
async fn every_recorded_case_becomes_what_pydynox_makes_of_it() {
    let (Some(cases), Some(tree)) = (testbed::cases("pydynox"), Tree::read()) else { return };
    // What is called waits for its answer; what is compared does not.
    let mut became = Vec::new();
    for case in &cases {
        became.push(match case.kind.as_str() {
            "wire" => Became::Error(calls::answered(case).await),
            "client" => Became::Error(by_hand::found_here(case).await),
            "construct" => Became::Error(by_hand::constructed(case)),
            "flow" if case.id == "lock_release_unconfirmed_body" => Became::Own(by_hand::body_failed),
            "flow" => Became::Error(by_hand::under_a_lock(case)),
            "retry" => Became::Repeated(by_hand::repeated(case, &tree).await),
            "doc_bug" => Became::Own(by_hand::documented),
            other => panic!("{}: a case of the kind {other}", case.id),
        });
    }
    let mut became = became.into_iter();
    testbed::compare("pydynox", &cases, &DIFFERENCES, |case, compare| match became.next().expect("one a case") {
        Became::Error(error) => tree.compare(case, &error, compare),
        Became::Repeated(done) => compare.that("repeated", case.recorded("expected"), done),
        Became::Own(comparison) => comparison(case, compare),
    });
}

/// What became of a case.
enum Became {
    Error(Error),
    /// The result of an operation that was repeated, and how often it was.
    Repeated(Value),
    /// Something that is compared in a way of its own.
    Own(fn(&Case, &mut Comparison)),
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
        compare.that("class", case.recorded("expected_class").filter(|class| !class.is_null()), known[0]);
        let ancestors = case.recorded("expected_ancestors").and_then(Value::as_array).map(|ancestors| {
            ancestors.iter().filter(|name| name.as_str().is_some_and(|name| self.has(name))).cloned().collect()
        });
        compare.that("ancestors", ancestors.as_ref(), &known[1..]);
        compare.that("text", case.recorded("expected_str"), error.to_string());
        // Of a table that does not become active, the last answer is but the last of many.
        if case.kind == "wire" && !error.is_a::<TableNotActive>() {
            compare.that("code", case.input.get("code"), error.code());
            compare.that("message", case.input.get("message"), error.message());
        }
        let fields = case.recorded("expected_fields");
        compare.that("item", fields.map(|fields| &fields["item"]), item(error));
        if case.kind == "construct" {
            compare.that("fields", fields, by_hand::constructed_fields(error));
        }
        for class in case.should("is_a").and_then(Value::as_array).into_iter().flatten() {
            compare.that("is_a", Some(&true.into()), is_a(error, class.as_str().unwrap()));
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

/// Whether the error is of the class of that name.
fn is_a(error: &Error, class: &str) -> bool {
    let is_below = error.taxon().lineage().iter().any(|ancestor| ancestor.name() == class);
    // Which has values of its own, and so a category beside it for all that is one.
    is_below || (class == "EncryptionException" && error.is_a::<EncryptionFailure>())
}
