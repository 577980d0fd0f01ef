//! The cases in which something runs: the layer over DynamoDB or over a store in memory, or a part of it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errtax::Error;
use powertools_idempotency::{
    CacheMode, Call, Config, DataRecord, DynamoDbStore, Idempotency, MemoryStore, Serializer, Status, Store,
    connect_to_cache,
};
use serde_json::{Value, json};
use testbed::Case;

use crate::answers::{Answer, Answers};
use crate::foreign::{Foreign, said};
use crate::{Became, Outcome};

/// More attempts than there may be.
const ENOUGH: usize = 5;

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_hours(500_000)
}

/// What became of the case.
pub(crate) async fn became(case: &Case) -> Became {
    if case.input.get("op").is_some() {
        return over_dynamodb(case).await;
    }
    let outcome = match &case.input {
        input if input.get("event").is_some() => without_key(input).await,
        input if input.get("handler_raises").is_some() => failing(input).await,
        input if input.get("status").is_some() => {
            let status = input["status"].as_str().unwrap().parse::<Status>();
            status.map(|status| status.as_str().into()).map_err(Into::into)
        }
        input if input.get("serializer").is_some() => Err(refused(input).into()),
        input if input["layer"] == "cache" => over_a_cache(case).await,
        other => panic!("{}: {other}", case.id),
    };
    Became { outcome, attempts: 0 }
}

/// The layer over DynamoDB, which answers the operation of the case with its code.
async fn over_dynamodb(case: &Case) -> Became {
    let event = json!({"id": 1, "amount": 7});
    let mut config = Config::new("test-func").with_event_key("id").unwrap();
    if case.input.get("payload_validation").is_some() {
        config = config.with_payload_validation("amount").unwrap();
    }
    let of_this = config.payload_hash(&event).unwrap();

    let item = item(&case.input, &of_this);
    let message = said(case).and_then(|text| text.split_once(" operation: ")).map(|(_, message)| message);
    let members = json!({"message": message.unwrap_or("The conditional request failed"), "Item": item});
    let members: String =
        members.as_object().unwrap().iter().filter(|(_, value)| !value.is_null()).map(member).collect();
    let failed = Answer::error(case.input["code"].as_str().unwrap(), &members);
    let refused = Answer::error("ConditionalCheckFailedException", "");
    let read = Answer::Http(200, case.input["get_item"].as_str().unwrap_or("{}").to_owned());
    let operation = case.input["op"].as_str().unwrap();
    let answers = match operation {
        "PutItem" if item.is_some() => vec![failed],
        "PutItem" => vec![failed, read],
        "GetItem" => vec![refused, failed],
        "UpdateItem" | "DeleteItem" => vec![Answer::done(), failed],
        other => panic!("{}: {other}", case.id),
    };
    let answers = Answers::new(vec![answers; ENOUGH].concat());
    let layer = Idempotency::new(config, DynamoDbStore::new(answers.client(), "idempotency")).with_clock(now);
    let handler =
        async || if operation == "DeleteItem" { Err(Foreign::new("ValueError", "handler").into()) } else { Ok(ok()) };
    let outcome = layer.handle(&event, None, handler).await;
    let attempts = answers.requests().iter().filter(|(operation, _)| operation == "PutItem").count();
    Became { outcome, attempts }
}

/// A member of a JSON object, after another one.
fn member((name, value): (&String, &Value)) -> String {
    format!(r#", "{name}": {value}"#)
}

/// The item that is there, if it has a status.
fn item(input: &Value, payload_hash: &str) -> Option<Value> {
    let status = input["item_status"].as_str()?;
    let hash = if input["payload_validation"] == "mismatch" { "of another payload" } else { payload_hash };
    let mut item = json!({
        "id": {"S": "test-func#1"},
        "status": {"S": status},
        "expiration": {"N": moment(&input["expiration"], 1).unwrap_or(2_000_000_000).to_string()},
        "data": {"S": r#"{"a": 1}"#},
        "validation": {"S": hash},
    });
    if let Some(moment) = moment(&input["in_progress_expiration"], 1000) {
        item["in_progress_expiration"] = json!({"N": moment.to_string()});
    }
    Some(item)
}

/// A timestamp, as it is stored, or what a case calls `past` or `future`.
fn moment(when: &Value, per_second: u64) -> Option<u64> {
    if let Some(stored) = when.as_u64() {
        return Some(stored);
    }
    let seconds = match when.as_str()? {
        "past" => 1_700_000_000,
        "future" => 1_900_000_000,
        other => panic!("a moment in the {other}"),
    };
    Some(seconds * per_second)
}

/// What the handlers here answer.
fn ok() -> Value {
    json!({"ok": 1})
}

/// An event without the key that is asked for.
async fn without_key(input: &Value) -> Outcome {
    let mut config = Config::new("test-func").with_event_key("id").unwrap();
    if input["raise_on_no_idempotency_key"] == true {
        config = config.raising_without_key();
    }
    let layer = Idempotency::new(config, MemoryStore::default());
    let outcome = layer.handle(&input["event"], None, async || Ok(ok())).await;
    assert_eq!(layer.store().calls(), [], "nothing is stored");
    outcome
}

/// A handler that fails, and whose record is deleted then.
async fn failing(input: &Value) -> Outcome {
    let layer = Idempotency::new(Config::new("test-func"), MemoryStore::default());
    let raised = Foreign::new(input["handler_raises"].as_str().unwrap(), "handler");
    let outcome = layer.handle(&json!({"id": 1}), None, async || Err::<Value, _>(raised.into())).await;
    assert_eq!(layer.store().calls(), [Call::Put, Call::Delete]);
    outcome
}

/// What a serialiser makes of a type, as Python writes it. There are no such serialisers here, and so this decides which
/// of their refusals is constructed: what is compared is the class and the text.
fn refused(input: &Value) -> Error {
    let serializer = match input["serializer"].as_str() {
        Some("DataclassSerializer") => Serializer::Dataclass,
        Some("PydanticSerializer") => Serializer::Pydantic,
        other => panic!("{other:?}"),
    };
    match input["model_type"].as_str() {
        None | Some("None") => serializer.misses_a_model().into(),
        Some(choice) if choice.contains('|') || choice.contains("Union") => serializer.refuses_a_choice().into(),
        Some(_) => serializer.refuses().into(),
    }
}

/// What a cache does: here, the store in memory, which hands out no more than one. Where the layer does not run, the case
/// judges that store alone: `cache_key_missing`, `cache_inprogress_exists` and `cache_backend_error` do.
async fn over_a_cache(case: &Case) -> Outcome {
    let input = &case.input;
    let store = MemoryStore::default();
    if let Some(mode) = input["mode"].as_str() {
        mode.parse::<CacheMode>()?;
        let port = input["port"].as_u64().unwrap().try_into().unwrap();
        connect_to_cache(input["host"].as_str().unwrap(), port, Duration::from_mins(1)).await?;
    } else if let Some(status) = input["stored"].as_str() {
        let mut record = DataRecord::new("k", Status::InProgress);
        record.status = status.to_owned();
        record.in_progress_expiry_timestamp = moment(&input["in_progress_expiration"], 1000);
        store.put(&record, now()).await?;
        store.put(&record, now()).await?;
    } else if let Some(class) = input["raises"].as_str() {
        store.fail(Call::Put, Foreign::new(class, said(case).unwrap()));
        // The source says whether the layer was called, or the store alone.
        if case.noted("source").and_then(Value::as_str).unwrap().starts_with("base.py") {
            return Idempotency::new(Config::new("test-func"), store)
                .handle(&json!({"id": 1}), None, async || Ok(ok()))
                .await;
        }
        store.put(&DataRecord::new("k", Status::InProgress), now()).await?;
    } else {
        store.get("k").await?;
    }
    Ok(ok())
}
