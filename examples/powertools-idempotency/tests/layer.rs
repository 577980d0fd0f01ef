//! What the layer does with an event that arrives again, by a clock that the test sets.

use std::cell::Cell;
use std::error::Error as StdError;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errtax::{Error, Retry, catch};
use powertools_idempotency::{
    Call, Config, DataRecord, Idempotency, IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError,
    IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError, IdempotencyKeyError, IdempotencyModelTypeError,
    IdempotencyValidationError, MemoryStore, Status, Store,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use thiserror::Error;

const NOON: Duration = Duration::from_hours(500_000);

fn noon() -> SystemTime {
    UNIX_EPOCH + NOON
}

fn order() -> Value {
    json!({"id": "A-7", "amount": 12})
}

fn config() -> Config {
    Config::new("orders").with_event_key("id").unwrap().with_payload_validation("amount").unwrap()
}

/// A layer at noon.
fn layer() -> Idempotency<MemoryStore, fn() -> SystemTime> {
    Idempotency::new(config(), MemoryStore::default()).with_clock(noon)
}

async fn place<C: Fn() -> SystemTime>(layer: &Idempotency<MemoryStore, C>, event: &Value) -> errtax::Result<u32> {
    layer.handle(event, None, async || Ok(7)).await
}

async fn refuse_to_run() -> errtax::Result<u32> {
    panic!("the handler runs")
}

/// A live record, handed out as DynamoDB does.
fn exists(record: DataRecord) -> IdempotencyItemAlreadyExistsError {
    IdempotencyItemAlreadyExistsError { old_data_record: Some(record), ..Default::default() }
}

#[tokio::test]
async fn a_handler_runs_once_and_what_it_answered_is_answered_again() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Placed {
        id: String,
        total: Option<u32>,
    }

    let layer = layer();
    let placed = || Placed { id: "A-7".into(), total: Some(12) };
    let first: errtax::Result<Placed> = layer.handle(&order(), None, async || Ok(placed())).await;
    let second: errtax::Result<Placed> = layer.handle(&order(), None, async || panic!("it runs again")).await;
    assert_eq!(first.unwrap(), placed());
    assert_eq!(second.unwrap(), placed());
    assert_eq!(layer.store().calls(), [Call::Put, Call::Update, Call::Put, Call::Get]);
    assert_eq!(place(&layer, &json!({"id": "A-8", "amount": 12})).await.unwrap(), 7, "another order is another event");
}

#[tokio::test]
async fn an_answer_of_nothing_is_an_answer() {
    let layer = layer();
    layer.handle(&order(), None, async || Ok::<(), Error>(())).await.unwrap();
    layer.handle(&order(), None, async || -> errtax::Result<()> { panic!("it runs again") }).await.unwrap();
}

#[tokio::test]
async fn while_it_runs_it_is_in_progress() {
    let layer = layer();
    let deadline = Some(noon() + Duration::from_secs(15));
    let event = order();
    let inner = layer.handle(&event, deadline, async || {
        let error = layer.handle(&order(), deadline, refuse_to_run).await.unwrap_err();
        let key = config().key(&order()).unwrap().unwrap();
        assert!(error.downcast_ref::<IdempotencyAlreadyInProgressError>().is_some(), "{error:?}");
        assert_eq!(error.to_string(), format!("Execution already in progress with idempotency key: id={key}"));
        assert_eq!((error.status(), error.retry_advice().retry()), (Some(409), Some(Retry::Transient)));
        Ok::<_, Error>(1)
    });
    assert_eq!(inner.await.unwrap(), 1);
}

/// Without a payload to compare: what the store hands out is all that is known of the other execution.
fn layer_that_finds(record: &DataRecord) -> Idempotency<MemoryStore, fn() -> SystemTime> {
    let store = MemoryStore::default();
    for _ in 0..3 {
        store.fail(Call::Put, exists(record.clone()));
    }
    Idempotency::new(Config::new("orders"), store).with_clock(noon)
}

#[tokio::test]
async fn the_record_of_the_other_execution_is_in_the_chain_of_errors() {
    let mut record = DataRecord::new("the partition", Status::InProgress);
    record.sort_key = Some("orders#1".into());
    let layer = layer_that_finds(&record);
    let error = layer.handle(&order(), None, refuse_to_run).await.unwrap_err();
    let text = "Execution already in progress with idempotency key: =the partition and sort key: orders#1";
    assert_eq!(error.to_string(), text);
    let exists = errtax::find_a::<IdempotencyItemAlreadyExistsError>(&error).unwrap();
    let exists: &IdempotencyItemAlreadyExistsError = exists.downcast_ref().unwrap();
    assert_eq!(exists.old_data_record, Some(record));
    assert_eq!(layer.store().calls(), [Call::Put], "nothing was read that is known");
}

/// To the millisecond: at its deadline an execution may still end, after it nobody waits.
#[tokio::test]
async fn after_its_deadline_somebody_else_runs_it() {
    let now = Cell::new(noon());
    let layer = Idempotency::new(config(), MemoryStore::default()).with_clock(|| now.get());
    let deadline = Some(noon() + Duration::from_millis(1500));
    let event = order();
    let outer = layer.handle(&event, deadline, async || {
        now.set(noon() + Duration::from_millis(1500));
        assert!(place(&layer, &order()).await.unwrap_err().is_a::<IdempotencyAlreadyInProgressError>());
        now.set(noon() + Duration::from_millis(1501));
        assert_eq!(place(&layer, &order()).await.unwrap(), 7);
        Ok::<_, Error>(1)
    });
    assert_eq!(outer.await.unwrap(), 1);
}

#[tokio::test]
async fn without_a_deadline_it_is_in_progress_until_its_record_expires() {
    let now = Cell::new(noon());
    let config = config().with_expires_after(Duration::from_mins(1));
    let layer = Idempotency::new(config, MemoryStore::default()).with_clock(|| now.get());
    let event = order();
    let outer = layer.handle(&event, None, async || {
        now.set(noon() + Duration::from_mins(1));
        assert!(place(&layer, &order()).await.unwrap_err().is_a::<IdempotencyAlreadyInProgressError>());
        now.set(noon() + Duration::from_secs(61));
        assert_eq!(place(&layer, &order()).await.unwrap(), 7);
        Ok::<_, Error>(1)
    });
    assert_eq!(outer.await.unwrap(), 1);
}

#[tokio::test]
async fn what_was_answered_counts_for_an_hour() {
    let now = Cell::new(noon());
    let layer = Idempotency::new(config(), MemoryStore::default()).with_clock(|| now.get());
    assert_eq!(place(&layer, &order()).await.unwrap(), 7);
    now.set(noon() + Duration::from_hours(1));
    assert_eq!(layer.handle(&order(), None, refuse_to_run).await.unwrap(), 7);
    now.set(noon() + Duration::from_secs(3601));
    assert_eq!(layer.handle(&order(), None, async || Ok::<_, Error>(8)).await.unwrap(), 8);
}

/// However long the handler took, and whether or not its deadline has passed since.
#[tokio::test]
async fn the_hour_begins_with_the_answer() {
    let now = Cell::new(noon());
    let layer = Idempotency::new(config(), MemoryStore::default()).with_clock(|| now.get());
    let answered = noon() + Duration::from_mins(10);
    let slow = async || {
        now.set(answered);
        Ok::<_, Error>(7)
    };
    assert_eq!(layer.handle(&order(), Some(noon() + Duration::from_mins(15)), slow).await.unwrap(), 7);
    now.set(answered + Duration::from_hours(1));
    assert_eq!(layer.handle(&order(), None, refuse_to_run).await.unwrap(), 7);
    now.set(answered + Duration::from_hours(1) + Duration::from_secs(1));
    assert_eq!(layer.handle(&order(), None, async || Ok::<_, Error>(8)).await.unwrap(), 8);
}

#[tokio::test]
async fn another_payload_with_the_same_key_is_refused() {
    let layer = layer();
    assert_eq!(place(&layer, &order()).await.unwrap(), 7);
    let error = layer.handle(&json!({"id": "A-7", "amount": 13}), None, refuse_to_run).await.unwrap_err();
    assert!(error.downcast_ref::<IdempotencyValidationError>().is_some(), "{error:?}");
    assert_eq!(error.to_string(), "Payload does not match stored record for this event key");
    assert_eq!((error.status(), error.retry_advice().retry()), (Some(422), Some(Retry::Never)));
    assert_eq!(layer.handle(&json!({"id": "A-7", "amount": 12, "x": 1}), None, refuse_to_run).await.unwrap(), 7);
}

#[tokio::test]
async fn nobody_compares_payloads_who_was_not_told_to() {
    let mut record = DataRecord::new("orders#1", Status::Completed);
    (record.response_data, record.payload_hash) = ("7".into(), "of another function's".into());
    assert_eq!(layer_that_finds(&record).handle(&order(), None, refuse_to_run).await.unwrap(), 7);
}

#[tokio::test]
async fn a_store_that_contradicts_itself_is_asked_three_times() {
    let contradicting = |times| {
        let layer = layer();
        (0..times).for_each(|_| layer.store().fail(Call::Put, IdempotencyItemAlreadyExistsError::default()));
        layer
    };
    let layer = contradicting(3);
    let error = layer.handle(&order(), None, refuse_to_run).await.unwrap_err();
    assert!(error.downcast_ref::<IdempotencyInconsistentStateError>().is_some(), "{error:?}");
    assert_eq!(error.to_string(), "save_inprogress and get_record return inconsistent results.");
    assert!(errtax::find_a::<IdempotencyItemNotFoundError>(&error).is_some());
    assert_eq!((error.status(), error.retry_advice().retry()), (Some(503), Some(Retry::Transient)));
    assert_eq!(layer.store().calls(), [Call::Put, Call::Get].repeat(3));

    let layer = contradicting(2);
    assert_eq!(place(&layer, &order()).await.unwrap(), 7);
    assert_eq!(layer.store().calls(), [&[Call::Put, Call::Get].repeat(2)[..], &[Call::Put, Call::Update]].concat());
}

/// Between the refusal and the look at it.
#[tokio::test]
async fn a_record_that_no_longer_counts_is_a_contradiction() {
    let mut expired = DataRecord::new("orders#1", Status::Completed);
    expired.expiry_timestamp = Some(NOON.as_secs() - 1);
    let mut overdue = DataRecord::new("orders#1", Status::InProgress);
    overdue.in_progress_expiry_timestamp = Some(NOON.as_secs() * 1000 - 1);
    let texts = [
        (expired, "save_inprogress and get_record return inconsistent results."),
        (DataRecord::new("orders#1", Status::Expired), "save_inprogress and get_record return inconsistent results."),
        (overdue, "item should have been expired in-progress because it already time-outed."),
    ];
    for (record, text) in texts {
        let layer = layer_that_finds(&record);
        let error = layer.handle(&order(), None, refuse_to_run).await.unwrap_err();
        assert!(error.downcast_ref::<IdempotencyInconsistentStateError>().is_some(), "{error:?}");
        assert_eq!((error.to_string().as_str(), layer.store().calls().len()), (text, 3));
    }
}

#[tokio::test]
async fn an_event_without_a_key_passes_the_store_by_or_is_refused() {
    let layer = layer();
    for answer in [1, 2] {
        let handled = layer.handle(&json!({"amount": 1}), None, async || Ok::<_, Error>(answer)).await;
        assert_eq!(handled.unwrap(), answer);
    }
    assert_eq!(layer.store().calls(), []);

    let layer = Idempotency::new(config().raising_without_key(), MemoryStore::default());
    let error = layer.handle(&json!({"amount": 1}), None, refuse_to_run).await.unwrap_err();
    assert!(error.downcast_ref::<IdempotencyKeyError>().is_some() && error.status() == Some(400), "{error:?}");
    assert_eq!(layer.store().calls(), []);
}

/// An error of a program's own, which takes those of the layer by `?`.
#[derive(Debug, Error)]
enum Failed {
    #[error("out of stock")]
    OutOfStock,
    #[error(transparent)]
    Layer(#[from] errtax::Error),
}

#[tokio::test]
async fn what_a_handler_fails_with_comes_unchanged_and_the_event_may_come_again() {
    let layer = layer();
    let failing = async || Err::<u32, _>(Failed::OutOfStock);
    assert!(matches!(layer.handle(&order(), None, failing).await, Err(Failed::OutOfStock)));
    assert_eq!(layer.store().calls(), [Call::Put, Call::Delete]);
    assert_eq!(place(&layer, &order()).await.unwrap(), 7);

    let failing: Result<u32, Box<dyn StdError + Send + Sync>> =
        layer.handle(&json!({"id": "B"}), None, async || Err("out of paper".into())).await;
    assert_eq!(failing.unwrap_err().to_string(), "out of paper");
}

#[tokio::test]
async fn a_class_is_caught_in_an_error_of_the_programs_own() {
    let layer = layer();
    place(&layer, &order()).await.unwrap();
    let failed = layer.handle(&json!({"id": "A-7"}), None, async || Ok::<u32, Failed>(1)).await.unwrap_err();
    let error = errtax::find(&failed).unwrap();
    catch!(error => {
        e: IdempotencyValidationError => assert_eq!(e.0.details, None),
        _ => panic!("{error:?}"),
    });
}

#[tokio::test]
async fn an_answer_that_is_no_answer_of_this_handlers_says_so() {
    let layer = layer();
    layer.handle(&order(), None, async || Ok::<_, Error>("a text".to_owned())).await.unwrap();
    let error = place(&layer, &order()).await.unwrap_err();
    assert!(error.downcast_ref::<IdempotencyModelTypeError>().is_some(), "{error:?}");
    assert!(error.to_string().starts_with("Model type does not match expected payload output - ("), "{error}");
    assert!(error.source().unwrap().is::<serde_json::Error>());
}

/// For a server, or `tokio::spawn`.
#[test]
fn the_future_goes_to_other_threads() {
    fn is_send(_: impl Future + Send) {}
    let layer = Idempotency::new(config(), MemoryStore::default());
    let event = order();
    is_send(layer.handle(&event, None, async || Ok::<_, Error>(vec![1])));
    is_send(layer.store().put(&DataRecord::new("k", Status::InProgress), noon()));
}
