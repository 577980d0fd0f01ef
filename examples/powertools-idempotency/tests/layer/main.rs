//! What the layer does with an event that arrives again, by a clock that the test sets.

mod programs;
mod refusals;
mod running;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use powertools_idempotency::{Config, Idempotency, MemoryStore};
use serde_json::{Value, json};

pub(crate) const NOON: Duration = Duration::from_hours(500_000);

pub(crate) fn noon() -> SystemTime {
    UNIX_EPOCH + NOON
}

pub(crate) fn order() -> Value {
    json!({"id": "A-7", "amount": 12})
}

pub(crate) fn config() -> Config {
    Config::new("orders").with_event_key("id").unwrap().with_payload_validation("amount").unwrap()
}

/// A layer at noon.
pub(crate) fn layer() -> Idempotency<MemoryStore, fn() -> SystemTime> {
    Idempotency::new(config(), MemoryStore::default()).with_clock(noon)
}

pub(crate) async fn place<C: Fn() -> SystemTime>(
    layer: &Idempotency<MemoryStore, C>,
    event: &Value,
) -> errtax::Result<u32> {
    layer.handle(event, None, async || Ok(7)).await
}

pub(crate) async fn refuse_to_run() -> errtax::Result<u32> {
    panic!("the handler runs")
}
