//! Against moto, through the AWS SDK: the condition of the write is judged by a server.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/answers.rs"]
mod answers;

use std::cell::Cell;
use std::time::{Duration, UNIX_EPOCH};

use answers::client;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType};
use errtax::{Error, Retry};
use powertools_idempotency::{
    Attributes, Config, DynamoDbStore, Idempotency, IdempotencyAlreadyInProgressError, IdempotencyItemNotFoundError,
    IdempotencyPersistenceLayerError, IdempotencyValidationError, ResourceNotFoundException, Status, Store,
};
use serde_json::{Value, json};
use testbed::Moto;

async fn create_table(dynamodb: &Client, name: &str, keys: &[(&str, KeyType)]) {
    let mut create = dynamodb.create_table().table_name(name).billing_mode(BillingMode::PayPerRequest);
    for (name, kind) in keys {
        let key = KeySchemaElement::builder().attribute_name(*name).key_type(kind.clone()).build().unwrap();
        let text = AttributeDefinition::builder().attribute_name(*name).attribute_type(ScalarAttributeType::S);
        create = create.key_schema(key).attribute_definitions(text.build().unwrap());
    }
    create.send().await.unwrap();
}

fn dynamodb(endpoint: &str) -> Client {
    client(aws_smithy_http_client::Builder::new().build_http(), endpoint)
}

fn config() -> Config {
    Config::new("orders").with_event_key("id").unwrap().with_payload_validation("amount").unwrap()
}

fn order() -> Value {
    json!({"id": 7, "amount": 12})
}

/// All that may come of an event, by a clock that goes on where it is told to.
async fn an_event_that_comes_again(store: DynamoDbStore) {
    let now = Cell::new(UNIX_EPOCH + Duration::from_hours(500_000));
    let wait = |millis| now.set(now.get() + Duration::from_millis(millis));
    let layer = Idempotency::new(config(), store).with_clock(|| now.get());
    let event = order();
    let answer = |answer: u32| layer.handle(&event, None, async move || Ok::<_, Error>(answer));

    let deadline = Some(now.get() + Duration::from_millis(1500));
    let outer = layer.handle(&event, deadline, async || {
        wait(1500);
        assert!(answer(0).await.unwrap_err().is_a::<IdempotencyAlreadyInProgressError>());
        wait(1);
        assert_eq!(answer(1).await.unwrap(), 1, "its deadline has passed");
        Err::<u32, _>(IdempotencyItemNotFoundError::default().into())
    });
    let error: Error = outer.await.unwrap_err();
    assert!(error.is_a::<IdempotencyItemNotFoundError>(), "what the handler failed with is unchanged");

    assert_eq!(answer(2).await.unwrap(), 2, "its record is deleted");
    assert_eq!(answer(3).await.unwrap(), 2, "completed");
    let other = layer.handle(&json!({"id": 7, "amount": 13}), None, async || Ok::<_, Error>(4)).await;
    assert!(other.unwrap_err().is_a::<IdempotencyValidationError>());
    wait(3_600_000);
    assert_eq!(answer(5).await.unwrap(), 2, "it counts for an hour");
    wait(1000);
    assert_eq!(answer(6).await.unwrap(), 6, "expired");
}

#[tokio::test]
async fn dynamodb_keeps_records() {
    if !testbed::is_live("records in DynamoDB on moto") {
        return;
    }
    let moto = Moto::start().unwrap();
    let dynamodb = dynamodb(moto.endpoint());
    create_table(&dynamodb, "plain", &[("id", KeyType::Hash)]).await;
    let plain = DynamoDbStore::new(dynamodb.clone(), "plain");
    an_event_that_comes_again(plain.clone()).await;
    let record = plain.get(&config().key(&order()).unwrap().unwrap()).await.unwrap();
    assert_eq!((record.status.as_str(), record.response_data.as_str()), (Status::Completed.as_str(), "6"));
    assert_eq!(record.payload_hash, config().payload_hash(&order()).unwrap());
    assert!(plain.get("orders#another").await.unwrap_err().is_a::<IdempotencyItemNotFoundError>());

    create_table(&dynamodb, "shared", &[("pk", KeyType::Hash), ("sk", KeyType::Range)]).await;
    let sort_key = Some(("sk".to_owned(), "idempotency#orders".to_owned()));
    let attributes = Attributes { key: "pk".into(), sort_key, ..Attributes::default() };
    an_event_that_comes_again(DynamoDbStore::new(dynamodb, "shared").with_attributes(attributes)).await;
}

#[tokio::test]
async fn what_fails_says_whether_to_try_again() {
    if !testbed::is_live("a store in DynamoDB that fails, on moto") {
        return;
    }
    let moto = Moto::start().unwrap();
    let failing = async |client, table: &str| {
        let layer = Idempotency::new(config(), DynamoDbStore::new(client, table));
        let error = layer.handle(&order(), None, async || Ok::<_, Error>(1)).await.unwrap_err();
        assert!(error.downcast_ref::<IdempotencyPersistenceLayerError>().is_some(), "{error:?}");
        error
    };
    let error = failing(dynamodb(moto.endpoint()), "nothing").await;
    assert!(errtax::find_a::<ResourceNotFoundException>(&error).is_some(), "{error:?}");
    assert_eq!(error.retry_advice().retry(), Some(Retry::Never));
    let error = failing(dynamodb("http://127.0.0.1:1"), "nothing").await;
    assert_eq!(error.retry_advice().retry(), Some(Retry::Transient));
}
