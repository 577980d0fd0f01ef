//! A handler runs once, for as long as its record counts.

use std::cell::Cell;
use std::time::Duration;

use errtax::{Error, Retry};
use powertools_idempotency::{Call, Idempotency, IdempotencyAlreadyInProgressError, IdempotencyKeyError, MemoryStore};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{config, layer, noon, order, place, refuse_to_run};

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
