//! What coredis 6.9.0 made of 93 inputs, and what becomes of them here.

mod flow;
mod made;
mod retries;
#[path = "../scripted/mod.rs"]
mod scripted;

use std::collections::BTreeSet;

use coredis::errors::{
    AskError, ClusterCrossSlotError, ClusterDownError, ClusterTransactionError, CommandSyntaxError, ConnectionError,
    MovedError, RedisClusterError, RedisClusterException, RedisError, ResponseError, UnknownCommandError,
};
use errtax::wire::resp;
use errtax::{Classifier, Classify as _, Error, ServiceError as _, Taxon, catch};
use serde_json::{Value, json};
use testbed::{Case, Comparison, Difference};

use made::{Given, made};

/// Where this differs on purpose.
const DIFFERENCES: [Difference; 9] = [
    Difference {
        id: "loading",
        what: &["ancestors", "not ancestors"],
        why: "a reply of a server is a `ResponseError`, whatever else it is",
    },
    Difference {
        id: "facts_ProtocolError",
        what: &["lowers_node_priority", "pipeline_value_not_raised"],
        why: "the same: a node that answers is no worse than another, and an answer is a value in a pipeline",
    },
    Difference {
        id: "facts_StreamDuplicateConsumerGroupError",
        what: &["lowers_node_priority", "pipeline_value_not_raised"],
        why: "the same",
    },
    Difference {
        id: "flow_conn_closed_midway",
        what: &["class", "ancestors"],
        why: "`ConnectionError` is what a lost connection and three replies have in common: the former has a class below",
    },
    Difference {
        id: "flow_unknown_hello",
        what: &["fields"],
        why: "the original's pattern matches as little as it can: its `command` is always empty",
    },
    Difference { id: "flow_expiretime_noexpiry", what: &["text"], why: "the original's text is empty" },
    Difference {
        id: "flow_replication",
        what: &["text"],
        why: "the original shows how Python names its constant: `Command CommandName.SET did not …`",
    },
    Difference {
        id: "tab_sep",
        what: &["text"],
        why: "control characters, at which a log would break, are escaped: errtax shows them so",
    },
    Difference {
        id: "invalid_marker",
        what: &["text"],
        why: "what is wrong with the bytes is the parser's to say: it is the cause",
    },
];

#[test]
fn every_recorded_case_becomes_what_coredis_makes_of_it() {
    let Some(cases) = testbed::cases("coredis") else { return };
    testbed::compare("coredis", &cases, &DIFFERENCES, |case, compare| match case.kind.as_str() {
        "wire" | "wire_parser_crash" | "wire_protocol" | "wire_nested" => wire(case, compare),
        "construct" => same(case, compare, &made(case.input["class"].as_str().unwrap(), &Given(&case.input))),
        "flow" => flow::flow(case, compare),
        "retry" => retries::retried(case, compare),
        "class_relation" => relations(case, compare),
        other => panic!("{}: a case of the kind {other}", case.id),
    });
}

/// Whatever a case constructs or raises.
#[test]
fn each_class_can_be_made_by_its_name() {
    for class in classes() {
        let error = made(class.name(), &Given(&json!({"args": ["text"]})));
        assert_eq!((error.taxon().name(), error.taxon().id()), (class.name(), class.id()));
    }
}

fn wire(case: &Case, compare: &mut Comparison) {
    let wire = case.input["wire"].as_str().unwrap().as_bytes();
    let error = match (case.kind.as_str(), case.input.get("path")) {
        ("wire_protocol", _) => redis::parse_redis_value(wire).classify::<RedisError>().unwrap_err(),
        // A reply is the first of its kind: its place begins with 0.
        (_, Some(path)) => {
            let path: Vec<usize> = serde_json::from_value(path.clone()).unwrap();
            let (_, response) = resp::errors(wire).find(|(place, _)| place[1..] == path).unwrap();
            errtax::classify::<RedisError>(response)
        }
        _ => coredis::decode(wire),
    };
    same(case, compare, &error);

    // Nothing is lost: the line is what the code and the message were before they were told apart.
    let said = error.response().map(|response| [response.code(), response.message()]).unwrap_or_default();
    let line = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
    compare.that("line", case.input.get("error_line"), line);
    let raw = String::from_utf8_lossy(error.response().and_then(|response| response.body()).unwrap_or_default());
    compare.that("raw", case.should("raw_kept"), raw.trim_end().trim_start_matches('-'));
}

/// What is compared of each error.
pub(crate) fn same(case: &Case, compare: &mut Comparison, error: &Error) {
    let class = error.taxon();
    let is = |name: &str| class.is_a(named(name));
    let fields = fields(error);
    compare.that("class", case.class(), class.name());
    let ancestors = case.ancestors().map(|recorded| json!(sorted(&recorded)));
    compare.that("ancestors", ancestors.as_ref(), ancestors_of(class));
    let not = case.recorded("expected_not_ancestors");
    compare.that("not ancestors", not, of_which(not, |name| !is(name)));
    compare.that("text", case.recorded("expected_str"), error.to_string());
    compare.that("fields", case.recorded("expected_fields"), &fields);

    let ought = case.should("is_a");
    compare.that("is a", ought, of_which(ought, is));
    compare.that("code", case.should("code"), error.code());
    let absent = case.should("not_fields");
    compare.that("absent fields", absent, of_which(absent, |name| fields.get(name).is_none()));
}

/// Those of the names for which that holds.
fn of_which(names: Option<&Value>, holds: impl Fn(&str) -> bool) -> Vec<&str> {
    let names = names.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    names.filter(|name| holds(name)).collect()
}

/// Python's order is that of its method resolution, which a tree does not have.
fn sorted(recorded: &Value) -> BTreeSet<&str> {
    recorded.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn classes() -> impl Iterator<Item = &'static Taxon> {
    Classifier::of::<RedisError>().taxa()
}

fn ancestors_of(class: &'static Taxon) -> BTreeSet<&'static str> {
    classes().filter(|other| class.is_a(other) && other.id() != class.id()).map(Taxon::name).collect()
}

pub(crate) fn find(name: &str) -> Option<&'static Taxon> {
    let name = if name == "RedisClusterException" { RedisClusterException::TAXON.name() } else { name };
    classes().find(|class| class.name() == name)
}

pub(crate) fn named(name: &str) -> &'static Taxon {
    find(name).unwrap_or_else(|| panic!("no class {name}"))
}

/// The fields of the value, under their names in Python.
fn fields(error: &Error) -> Value {
    let redirected = |slot: u16, (host, port): (&str, u16)| {
        let addr = [json!(host), json!(port)];
        json!({"message": error.message(), "slot_id": slot, "node_addr": addr, "host": host, "port": port})
    };
    catch!(error => {
        e: MovedError => redirected(e.slot_id(), e.node_addr()),
        e: AskError => redirected(e.slot_id, e.node_addr()),
        e: ClusterDownError => json!({"message": e.message()}),
        e: ClusterCrossSlotError => {
            // Its keys are text here, and bytes there.
            json!({"command": e.command.as_ref().map(|command| json!({"bytes": command})), "keys": e.keys})
        }
        e: ClusterTransactionError => json!({"msg": e.msg}),
        e: CommandSyntaxError => json!({"arguments": e.arguments}),
        e: UnknownCommandError => e.command().map_or(json!({}), |command| json!({"command": command})),
        _ => json!({}),
    })
}

/// What the original decides by class.
fn relations(case: &Case, compare: &mut Comparison) {
    let class = named(case.input["class"].as_str().unwrap());
    let is = |ancestors: &[&Taxon]| ancestors.iter().any(|ancestor| class.is_a(ancestor));
    let facts = [
        ("lowers_node_priority", !is(&[ResponseError::TAXON])),
        ("counts_for_topology_refresh", is(&[RedisClusterError::TAXON, ConnectionError::TAXON])),
        ("pipeline_value_not_raised", is(&[ResponseError::TAXON])),
        ("cluster_redirect", is(&[AskError::TAXON])),
        ("default_cluster_retry", is(&[ClusterDownError::TAXON, ConnectionError::TAXON])),
    ];
    for (what, here) in facts {
        compare.that(what, case.recorded("expected").map(|expected| &expected[what]), here);
    }
}
