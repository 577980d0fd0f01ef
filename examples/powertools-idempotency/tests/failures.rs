//! A store that fails: what is said of it, and whether to try again, the cause decides.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::time::Duration;

use errtax::{Error, ErrorResponse, Retry, ServiceError, Transport, category};
use powertools_idempotency::{
    AccessDeniedException, BaseError, Call, ClientError, Config, Idempotency, IdempotencyModelTypeError,
    IdempotencyPersistenceConnectionError, IdempotencyPersistenceLayerError, MemoryStore,
};
use serde_json::{Value, json};
use thiserror::Error;

/// What DynamoDB answers with.
fn answered(code: &str) -> Error {
    errtax::classify::<ClientError>(ErrorResponse::new().with_code(code).with_message("no").with_operation("PutItem"))
}

/// The handler runs where the store lets it, and answers 7.
async fn failing(call: Call, error: Error) -> Error {
    let layer = Idempotency::new(Config::new("orders"), MemoryStore::default());
    if call == Call::Get {
        layer.handle(&json!(1), None, async || Ok::<_, Error>(7)).await.unwrap();
    }
    layer.store().fail(call, error);
    layer.handle(&json!(1), None, async || Ok::<_, Error>(7)).await.unwrap_err()
}

fn persistence(error: &Error) -> &IdempotencyPersistenceLayerError {
    error.downcast_ref().unwrap_or_else(|| panic!("{error:?}"))
}

#[tokio::test]
async fn each_call_that_fails_says_which_it_was_and_why() {
    let said = [
        (Call::Put, "Failed to save in progress record to idempotency store"),
        (Call::Get, "Failed to get record from idempotency store"),
        (Call::Update, "Failed to update record state to success in idempotency store"),
    ];
    for (call, message) in said {
        let error = failing(call, answered("AccessDeniedException")).await;
        let base = &persistence(&error).base;
        let details = "An error occurred (AccessDeniedException) when calling the PutItem operation: no";
        assert_eq!((base.message.as_str(), base.details.as_deref()), (message, Some(details)));
        assert_eq!(persistence(&error).call, Some(call));
        assert_eq!(persistence(&error).handler_has_run(), call == Call::Update);
        assert_eq!(error.to_string(), format!("{message} - ({details})"));
        assert_eq!(error.source().unwrap().to_string(), details);
        assert!(errtax::find_a::<AccessDeniedException>(&error).is_some());
        assert_eq!(errtax::report(&error).to_string(), error.to_string(), "the cause is not said twice");
    }
}

/// In the original, all of these look alike.
#[tokio::test]
async fn whether_to_try_again_the_cause_says() {
    let expected = [
        ("ProvisionedThroughputExceededException", Retry::Throttling),
        ("RequestLimitExceeded", Retry::Throttling),
        ("ThrottlingException", Retry::Throttling),
        ("InternalServerError", Retry::Transient),
        ("TransactionConflictException", Retry::Transient),
        ("AccessDeniedException", Retry::Never),
        ("UnrecognizedClientException", Retry::Never),
        ("ResourceNotFoundException", Retry::Never),
        ("ValidationException", Retry::Never),
        ("InternalFailure", Retry::Transient),
        ("ServiceUnavailable", Retry::Transient),
        ("BrandNew", Retry::Never),
    ];
    for call in [Call::Put, Call::Get, Call::Update] {
        for (code, retry) in expected {
            let error = failing(call, answered(code)).await;
            assert_eq!(error.retry_advice().retry(), Some(retry), "{code}");
            assert_eq!(error.is_retryable(), retry.is_retryable(), "{code}");
        }
    }
}

#[tokio::test]
async fn a_store_that_nobody_reached_may_be_asked_again() {
    let unanswered = |kind| errtax::classify::<ClientError>(ErrorResponse::new().with_transport(kind));
    let expected = [
        (Transport::Connect, true),
        (Transport::Dns, true),
        (Transport::Io, true),
        (Transport::Timeout, true),
        (Transport::Credentials, false),
        (Transport::Tls, false),
        (Transport::Other, false),
    ];
    for (kind, is_retryable) in expected {
        assert_eq!(failing(Call::Put, unanswered(kind)).await.is_retryable(), is_retryable, "{kind:?}");
    }
}

/// A store of somebody else's has classes of its own, and may say when to come back.
#[tokio::test]
async fn so_it_does_of_any_other_store() {
    #[derive(Debug, Error, ServiceError)]
    #[error("the cache is full")]
    #[service_error(retryable(throttling), also(category::Throttled))]
    struct CacheFull {
        #[wire(retry_after)]
        after: Duration,
    }

    let error = failing(Call::Put, CacheFull { after: Duration::from_secs(3) }.into()).await;
    assert_eq!(error.retry_advice().to_string(), "throttling after 3s");
    assert_eq!(persistence(&error).base.details.as_deref(), Some("the cache is full"));
    assert!(errtax::find_a::<category::Throttled>(&error).is_some());
}

/// Whatever wraps it, and has nothing to say about that itself.
#[tokio::test]
async fn so_does_a_cause_of_the_cause() {
    #[derive(Debug, Error, ServiceError)]
    #[error("the table of orders")]
    struct OrdersTable(#[source] Error);

    for (code, retry) in [("ThrottlingException", Retry::Throttling), ("AccessDeniedException", Retry::Never)] {
        let error = failing(Call::Put, OrdersTable(answered(code)).into()).await;
        assert_eq!(error.retry_advice().retry(), Some(retry), "{code}");
    }
    let error = failing(Call::Put, OrdersTable(OrdersTable(answered("BrandNew")).into()).into()).await;
    assert_eq!(error.retry_advice().retry(), Some(Retry::Never), "none of them says anything");
}

#[tokio::test]
async fn a_cache_that_nobody_reached_may_be_asked_again() {
    let unreachable = IdempotencyPersistenceConnectionError(BaseError::wrapping("gone", std::fmt::Error));
    assert_eq!(failing(Call::Put, unreachable.into()).await.retry_advice().retry(), Some(Retry::Transient));
}

#[derive(Debug, Error)]
#[error("out of stock")]
struct OutOfStock;

/// The delete is what the error is about; what the handler had failed with is beside it, and in the text.
#[tokio::test]
async fn a_delete_that_fails_after_the_handler_keeps_both_errors() {
    let layer = Idempotency::new(Config::new("orders"), MemoryStore::default());
    layer.store().fail(Call::Delete, answered("ThrottlingException"));
    let handler = async || Err::<Value, Box<dyn StdError + Send + Sync>>(OutOfStock.into());
    let error = layer.handle(&json!(1), None, handler).await.unwrap_err();

    let error: &Error = error.downcast_ref().unwrap();
    let failed = persistence(error);
    assert_eq!(failed.base.message, "Failed to delete record from idempotency store");
    assert!(failed.handler_error.as_ref().unwrap().is::<OutOfStock>());
    assert!(failed.handler_has_run() && failed.call == Some(Call::Delete));
    let handler = "(the handler had failed with: out of stock)";
    let said = "An error occurred (ThrottlingException) when calling the PutItem operation: no";
    let text = format!("Failed to delete record from idempotency store {handler} - ({said})");
    assert_eq!((error.to_string(), errtax::report(error).to_string()), (text.clone(), text));
    assert!(errtax::find_a::<category::Throttled>(error.source().unwrap()).is_some());
    assert_eq!(error.retry_advice().retry(), Some(Retry::Throttling));
    assert_eq!(layer.store().calls(), [Call::Put, Call::Delete]);
}

#[tokio::test]
async fn where_nothing_else_fails_there_is_no_second_error() {
    for call in [Call::Put, Call::Get, Call::Update] {
        assert!(persistence(&failing(call, answered("X")).await).handler_error.is_none());
    }
}

#[tokio::test]
async fn an_answer_that_cannot_be_written_is_not_stored() {
    let layer = Idempotency::new(Config::new("orders"), MemoryStore::default());
    // JSON has texts as names alone.
    let handler = async || Ok::<_, Error>(BTreeMap::from([(vec![1_u8], 1)]));
    let error = layer.handle(&json!(1), None, handler).await.unwrap_err();
    assert_eq!(persistence(&error).base.message, "Failed to update record state to success in idempotency store");
    assert!(errtax::find_a::<IdempotencyModelTypeError>(&error).is_some());
    assert_eq!((error.is_retryable(), layer.store().calls()), (false, vec![Call::Put]));
}
