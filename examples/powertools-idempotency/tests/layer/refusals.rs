//! A record is there already: what the layer says of it, and what of one that the store should not have.

use std::error::Error as _;
use std::time::SystemTime;

use errtax::{Error, Retry};
use powertools_idempotency::{
    BaseError, Call, Config, DataRecord, Idempotency, IdempotencyInconsistentStateError, IdempotencyInvalidStatusError,
    IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError, IdempotencyKeyError,
    IdempotencyPersistenceLayerError, IdempotencyValidationError, MemoryStore, Status, Store,
};
use serde_json::json;

use crate::{NOON, config, layer, noon, order, place, refuse_to_run};

/// A live record, handed out as DynamoDB does.
fn exists(record: DataRecord) -> IdempotencyItemAlreadyExistsError {
    IdempotencyItemAlreadyExistsError { old_data_record: Some(record), ..Default::default() }
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

/// A layer whose store refuses a record without handing out the one that is there, and gives that one where it is read.
async fn layer_that_reads(record: &DataRecord) -> Idempotency<MemoryStore, fn() -> SystemTime> {
    let layer = layer();
    let record = DataRecord { idempotency_key: config().key(&order()).unwrap().unwrap(), ..record.clone() };
    layer.store().update(&record).await.unwrap();
    (0..3).for_each(|_| layer.store().fail(Call::Put, IdempotencyItemAlreadyExistsError::default()));
    layer
}

/// The status of a record is looked at last: an expired one has none, and another payload comes first.
#[tokio::test]
async fn a_status_that_is_none_is_an_error_of_its_own_where_the_record_was_read() {
    let payload_hash = config().payload_hash(&order()).unwrap();
    let lost = DataRecord { status: "LOST".into(), payload_hash, ..DataRecord::new("", Status::Completed) };
    let error = layer_that_reads(&lost).await.handle(&order(), None, refuse_to_run).await.unwrap_err();
    assert!(error.downcast_ref::<IdempotencyInvalidStatusError>().is_some(), "{error:?}");
    assert_eq!(error.to_string(), "LOST");
    assert!(errtax::find_a::<IdempotencyItemAlreadyExistsError>(&error).is_some());

    let expired = DataRecord { expiry_timestamp: Some(NOON.as_secs() - 1), ..lost.clone() };
    let layer = layer_that_reads(&expired).await;
    let error = layer.handle(&order(), None, refuse_to_run).await.unwrap_err();
    assert!(error.is_a::<IdempotencyInconsistentStateError>(), "{error:?}");
    assert_eq!(layer.store().calls()[1..], [Call::Put, Call::Get].repeat(3));

    let of_another_payload = DataRecord { payload_hash: "of another payload".into(), ..lost };
    let layer = layer_that_reads(&of_another_payload).await;
    let error = layer.handle(&order(), None, refuse_to_run).await.unwrap_err();
    assert!(error.is_a::<IdempotencyValidationError>(), "{error:?}");
}

/// What the refusal was raised from, where the record came with it; else the refusal.
#[tokio::test]
async fn another_payload_is_refused_because_of_the_refusal() {
    let other = DataRecord::new("orders#1", Status::Completed);
    let refused = |base| IdempotencyItemAlreadyExistsError { base, old_data_record: Some(other.clone()) };
    let conflict = BaseError::default().with_cause(errtax::Error::new(IdempotencyItemNotFoundError::default()));
    for (refusal, source) in
        [(refused(conflict), "IdempotencyItemNotFoundError"), (refused(BaseError::default()), EXISTS)]
    {
        let layer = layer();
        layer.store().fail(Call::Put, refusal);
        assert_eq!(source_of(&layer.handle(&order(), None, refuse_to_run).await.unwrap_err()), source);
    }
    let error = layer_that_reads(&other).await.handle(&order(), None, refuse_to_run).await.unwrap_err();
    assert_eq!(source_of(&error), EXISTS);
}

const EXISTS: &str = "IdempotencyItemAlreadyExistsError";

/// The class of the source of a refused payload.
fn source_of(error: &Error) -> &'static str {
    assert!(error.downcast_ref::<IdempotencyValidationError>().is_some(), "{error:?}");
    errtax::find(error.source().unwrap()).unwrap().taxon().name()
}

/// As the original does: the store itself may compare keys and payloads.
#[tokio::test]
async fn what_a_store_says_of_keys_and_payloads_comes_unchanged() {
    let layer = layer();
    layer.store().fail(Call::Put, IdempotencyKeyError(BaseError::new("no key")));
    layer.store().fail(Call::Put, IdempotencyValidationError(BaseError::new("another payload")));
    for (text, status) in [("no key", 400), ("another payload", 422)] {
        let error = layer.handle(&order(), None, refuse_to_run).await.unwrap_err();
        assert_eq!((error.to_string().as_str(), error.status()), (text, Some(status)));
    }
    for of_the_read in [Error::new(IdempotencyValidationError::default()), IdempotencyKeyError::default().into()] {
        let is_validation = of_the_read.is_a::<IdempotencyValidationError>();
        layer.store().fail(Call::Put, IdempotencyItemAlreadyExistsError::default());
        layer.store().fail(Call::Get, of_the_read);
        let error = layer.handle(&order(), None, refuse_to_run).await.unwrap_err();
        assert_eq!(error.is_a::<IdempotencyValidationError>(), is_validation, "{error:?}");
        assert_eq!(error.is_a::<IdempotencyPersistenceLayerError>(), !is_validation, "{error:?}");
    }
}
