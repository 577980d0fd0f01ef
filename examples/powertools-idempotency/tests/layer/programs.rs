//! A program's own errors and answers, through the layer.

use std::error::Error as StdError;

use errtax::{Error, catch};
use powertools_idempotency::{
    Call, DataRecord, Idempotency, IdempotencyModelTypeError, IdempotencyValidationError, MemoryStore, Status, Store,
};
use serde_json::json;
use thiserror::Error;

use crate::{config, layer, noon, order, place};

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
