//! Shows what becomes of orders that arrive more than once, and of a store that fails.
//!
//! ```text
//! cargo run -p powertools-idempotency             # in memory, and recorded answers of DynamoDB: without a server
//! cargo run -p powertools-idempotency -- --live   # in a table on moto; the first time, installs moto
//! ```
#![forbid(unsafe_code)]

mod answers;
mod failures;
mod live;
mod orders;

use std::error::Error;

use powertools_idempotency::{IdempotencyPersistenceLayerError, MemoryStore};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => {
            orders::show_all(MemoryStore::default()).await?;
            println!();
            failures::show_all().await?;
        }
        ["--live"] => live::run().await?,
        _ => return Err("usage: powertools-idempotency [--live]".into()),
    }
    Ok(())
}

/// What came of an order: of an error, the whole chain, its class, and what a program may do about it.
fn show(what: &str, came: errtax::Result<String>) {
    let error = match came {
        Ok(answer) => return println!("{what:<28}{answer}"),
        Err(error) => error,
    };
    println!("{what:<28}{}", errtax::report(&error));
    let status = error.status().map_or("none".to_owned(), |status| status.to_string());
    println!("{:<28}{}; status {status}; retry {}", "", error.taxon().name(), error.retry_advice());
    let failed: Option<&IdempotencyPersistenceLayerError> = error.downcast_ref();
    if failed.is_some_and(IdempotencyPersistenceLayerError::handler_has_run) {
        println!("{:<28}the handler has run: tried again, it runs again", "");
    }
}
