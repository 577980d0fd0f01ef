//! What the original made of recorded inputs, and what becomes of them here: what DynamoDB answers goes through the AWS
//! SDK, the store and the layer.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../../demo/answers.rs"]
mod answers;
mod by_hand;
mod flow;
mod foreign;

use std::collections::BTreeSet;
use std::error::Error;

use errtax::ServiceError;
use powertools_idempotency::{
    BaseError, DataRecord, IdempotencyItemAlreadyExistsError, IdempotencyPersistenceConnectionError,
    IdempotencyPersistenceLayerError,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use testbed::{Case, Comparison, Difference};

use crate::foreign::Foreign;

/// Where this differs on purpose: nowhere, but for how a record is shown (see [`with_record`]).
const DIFFERENCES: [Difference; 0] = [];

/// What came of a handler and its layer.
type Outcome = Result<Value, Box<dyn Error + Send + Sync>>;

/// What became of a case, and how often its record was put.
struct Became {
    outcome: Outcome,
    attempts: usize,
}

#[tokio::test]
async fn every_recorded_case_becomes_what_the_original_makes_of_it() {
    let (Some(cases), Some(tree)) = (testbed::cases("powertools"), Tree::read()) else { return };
    // What is called waits for its answer; what is compared does not.
    let mut became = Vec::new();
    for case in &cases {
        became.push(match case.kind.as_str() {
            "construct" => Became { outcome: Err(by_hand::constructed(case).into()), attempts: 0 },
            "flow" | "doc_bug" => flow::became(case).await,
            other => panic!("{}: a case of the kind {other}", case.id),
        });
    }
    let mut became = became.into_iter();
    testbed::compare("powertools", &cases, &DIFFERENCES, |case, compare| {
        let Became { outcome, attempts } = became.next().expect("one a case");
        compare.that("attempts", case.input.get("attempts"), attempts);
        match outcome {
            // The original was recorded to break a promise of its documentation: the promise is what counts.
            Err(error) if case.kind == "doc_bug" => compare.holds("documented", is_documented(&*error)),
            Ok(answer) => {
                compare.that("class", case.recorded("expected_class"), Value::Null);
                compare.that("answer", case.recorded("expected_result"), answer);
            }
            Err(error) => tree.compare(case, &*error, compare),
        }
    });
}

/// Where a cache is constructed that cannot be reached.
fn is_documented(error: &(dyn Error + 'static)) -> bool {
    errtax::find_a::<IdempotencyPersistenceConnectionError>(error).is_some() && error.source().is_some()
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
        testbed::corpus("seeds/powertools_classes.json")
    }

    fn has(&self, name: &str) -> bool {
        self.classes.iter().any(|known| known.class == name)
    }

    fn compare(&self, case: &Case, error: &(dyn Error + 'static), compare: &mut Comparison) {
        let service_error = errtax::find(error).expect("each error here is of some class");
        compare.that("class", case.recorded("expected_class"), name(service_error));
        let ancestors = case.recorded("expected_ancestors").and_then(Value::as_array).map(|ancestors| {
            ancestors.iter().filter(|name| name.as_str().is_some_and(|name| self.has(name))).cloned().collect()
        });
        let lineage = service_error.taxon().lineage().iter().rev().skip(1);
        compare.that("ancestors", ancestors.as_ref(), lineage.map(|class| class.name()).collect::<Vec<_>>());
        let text = case.recorded("expected_str").and_then(Value::as_str).map(|text| with_record(text, service_error));
        compare.that("text", text.map(Value::from).as_ref(), without_handler_error(service_error));
        let message = case.recorded("expected_fields").and_then(|fields| fields.get("message"));
        compare.that("message", message, service_error.message());
        let own = |fields: &Value| fields.as_object().map(own_fields).unwrap_or_default();
        compare.that("fields", case.recorded("expected_fields").map(own).as_ref(), fields(service_error));

        let sources: Vec<_> = std::iter::successors(error.source(), |&error| error.source()).collect();
        let raised_from = sources.first().and_then(|source| errtax::find(*source)).map(name);
        compare.that("raised from", case.recorded("expected_context"), raised_from);
        let causes =
            case.recorded("expected_cause_chain").and_then(Value::as_array).filter(|causes| !causes.is_empty());
        let texts = causes.map(|causes| causes.iter().map(|cause| cause["str"].clone()).collect());
        // What Python raised while it handled another exception has that one as its source as well.
        let said = sources.iter().take(causes.map_or(0, Vec::len)).map(ToString::to_string);
        compare.that("causes", texts.as_ref(), said.collect::<Vec<_>>());

        for class in case.should("is_a").and_then(Value::as_array).into_iter().flatten() {
            let mut lineage = service_error.taxon().lineage().iter();
            compare.holds("is_a", lineage.any(|ancestor| *class == ancestor.name()));
        }
        compare.that("retryable", case.should("retryable"), service_error.is_retryable());
        if case.should("via") == Some(&json!("source chain")) {
            let source = sources.first().and_then(|source| errtax::find(*source));
            let is_retryable = source.map(ServiceError::is_retryable);
            compare.holds("via the source", is_retryable == Some(service_error.is_retryable()));
        }
    }
}

/// The text that was recorded, with the record of the error by its key and status where the original shows the place in
/// memory that Python has it in.
fn with_record(text: &str, error: &dyn ServiceError) -> String {
    let exists = error.downcast_ref::<IdempotencyItemAlreadyExistsError>();
    let record = exists.and_then(|exists| exists.old_data_record.as_ref());
    let place = text.split_once('<').and_then(|(before, rest)| Some((before, rest.split_once('>')?)));
    match (record, place) {
        (Some(record), Some((before, (place, after)))) if place.contains("DataRecord object at 0x") => {
            format!("{before}{record}{after}")
        }
        _ => text.to_owned(),
    }
}

/// The text here, without what the handler had failed with, which the original leaves out.
fn without_handler_error(error: &dyn ServiceError) -> String {
    let failed = error.downcast_ref::<IdempotencyPersistenceLayerError>();
    let text = error.to_string();
    match failed.and_then(|failed| failed.handler_error.as_ref()) {
        Some(handler_error) => text.replacen(&format!(" (the handler had failed with: {handler_error})"), "", 1),
        None => text,
    }
}

/// The class, or what stands for one of another library.
fn name(error: &dyn ServiceError) -> &str {
    error.downcast_ref().map_or(error.taxon().name(), |foreign: &Foreign| &foreign.class)
}

const FIELDS: [&str; 3] = ["message", "details", "old_data_record"];

/// Those fields that classes of the utility have.
fn own_fields(fields: &Map<String, Value>) -> Value {
    fields.iter().filter(|(name, _)| FIELDS.contains(&name.as_str())).map(|(k, v)| (k.clone(), v.clone())).collect()
}

fn fields(error: &dyn ServiceError) -> Value {
    let mut fields = Map::new();
    if let Some(exists) = error.downcast_ref::<IdempotencyItemAlreadyExistsError>() {
        fields.insert("old_data_record".into(), exists.old_data_record.as_ref().map_or(Value::Null, record_fields));
    }
    if let Some(base) = error.downcast_ref::<BaseError>() {
        fields.insert("message".into(), json!(base.message));
        fields.insert("details".into(), json!(base.details));
    }
    fields.into()
}

fn record_fields(record: &DataRecord) -> Value {
    json!({
        "idempotency_key": record.idempotency_key,
        "sort_key": record.sort_key,
        "status": record.status,
        "expiry_timestamp": record.expiry_timestamp,
        "in_progress_expiry_timestamp": record.in_progress_expiry_timestamp,
        "response_data": record.response_data,
        "payload_hash": record.payload_hash,
    })
}
