//! Orders that arrive more than once.

use std::cell::Cell;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errtax::ServiceError;
use powertools_idempotency::{Config, Idempotency, Store};
use serde_json::{Value, json};
use thiserror::Error;

use crate::show;

/// What the handler itself fails with.
#[derive(Debug, Error, ServiceError)]
#[error("out of stock")]
#[service_error(status = 409)]
pub(crate) struct OutOfStock;

/// The number of an order is its key, and its amount must stay the same.
pub(crate) fn config() -> Result<Config, Box<dyn std::error::Error>> {
    Ok(Config::new("orders").with_event_key("number")?.with_payload_validation("amount")?.raising_without_key())
}

pub(crate) async fn show_all(store: impl Store) -> Result<(), Box<dyn std::error::Error>> {
    let now = Cell::new(UNIX_EPOCH + Duration::from_hours(500_000));
    let wait = |seconds| now.set(now.get() + Duration::from_secs(seconds));
    let layer = Idempotency::new(config()?, store).with_clock(|| now.get());
    let placed = Cell::new(0);
    let place = |event: &'static str| {
        let (layer, now, placed) = (&layer, &now, &placed);
        async move {
            // An invocation of Lambda may take that long.
            let deadline: SystemTime = now.get() + Duration::from_secs(15);
            let handler = async || {
                placed.set(placed.get() + 1);
                Ok::<_, errtax::Error>(format!("placed as no. {}", placed.get()))
            };
            layer.handle(&event_of(event), Some(deadline), handler).await
        }
    };

    show("an order", place("A-7 for 12").await);
    show("the same once more", place("A-7 for 12").await);
    show("with another amount", place("A-7 for 13").await);
    show("without a number", place("").await);

    let deadline = Some(now.get() + Duration::from_secs(15));
    let answer: errtax::Result<String> = layer
        .handle(&event_of("B-1 for 3"), deadline, async || {
            show("while it is being placed", place("B-1 for 3").await);
            wait(16);
            show("after its deadline", place("B-1 for 3").await);
            Ok("placed, and nobody waits for the answer any longer".to_owned())
        })
        .await;
    show("at last", answer);

    let answer = layer.handle(&event_of("C-9 for 1"), None, async || Err::<String, _>(OutOfStock.into())).await;
    show("one whose handler fails", answer);
    show("the same once more", place("C-9 for 1").await);

    wait(3600);
    show("the first, an hour later", place("A-7 for 12").await);
    Ok(())
}

/// `NUMBER for AMOUNT`.
pub(crate) fn event_of(order: &str) -> Value {
    match order.split_once(" for ") {
        Some((number, amount)) => json!({"number": number, "amount": amount}),
        None => json!({}),
    }
}
