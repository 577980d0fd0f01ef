//! The store in DynamoDB through the AWS SDK, on recorded answers: what is sent, and what is made of the answers.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/answers.rs"]
mod answers;

use std::error::Error as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use answers::{Answer, Answers};
use errtax::{Error, Retry};
use powertools_idempotency::{
    Attributes, ClientError, ConditionalCheckFailedException, Config, DataRecord, DynamoDbStore, Idempotency,
    IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError, IdempotencyInvalidStatusError,
    IdempotencyPersistenceConsistencyError, IdempotencyPersistenceLayerError, IdempotencyValidationError, NoAnswer,
    Status, Store,
};
use serde_json::{Value, json};

/// The MD5 of `7` and of `12`, as the original hashes the event's key and its payload.
const KEY: &str = "orders#8f14e45fceea167a5a36dedd4bea2543";
const PAYLOAD: &str = "c20ad4d76fe97759aa27a0c99bff6710";

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(1_800_000_000_250)
}

fn order() -> Value {
    json!({"id": 7, "amount": 12})
}

fn layer(store: DynamoDbStore) -> Idempotency<DynamoDbStore, fn() -> SystemTime> {
    let config = Config::new("orders").with_event_key("id").unwrap().with_payload_validation("amount").unwrap();
    Idempotency::new(config, store).with_clock(now)
}

/// What came of an order and a handler that answers 1, and the requests.
async fn placed(answers: impl IntoIterator<Item = Answer>) -> (errtax::Result<u32>, Vec<(String, Value)>) {
    let answers = Answers::new(answers);
    let layer = layer(DynamoDbStore::new(answers.client(), "idempotency"));
    let deadline = Some(now() + Duration::from_secs(15));
    let outcome = layer.handle(&order(), deadline, async || Ok::<_, Error>(1)).await;
    (outcome, requests(&answers))
}

fn requests(answers: &Answers) -> Vec<(String, Value)> {
    let parsed = |(operation, body): (String, String)| (operation, serde_json::from_str(&body).unwrap());
    answers.requests().into_iter().map(parsed).collect()
}

fn operations(requests: &[(String, Value)]) -> Vec<&str> {
    requests.iter().map(|(operation, _)| operation.as_str()).collect()
}

fn refused(item: &Value) -> Answer {
    Answer::error("ConditionalCheckFailedException", &format!(r#", "Item": {item}"#))
}

fn item(status: &str) -> Value {
    json!({
        "id": {"S": KEY}, "status": {"S": status}, "expiration": {"N": "1800003600"},
        "validation": {"S": PAYLOAD}, "data": {"S": "5"},
    })
}

#[tokio::test]
async fn a_record_is_put_unless_one_is_there_that_counts_and_completed_after_the_handler() {
    let (outcome, requests) = placed([Answer::done(), Answer::done()]).await;
    assert_eq!(outcome.unwrap(), 1);
    let put = json!({
        "TableName": "idempotency",
        "Item": {
            "id": {"S": KEY},
            "status": {"S": "INPROGRESS"},
            "expiration": {"N": "1800003600"},
            "in_progress_expiration": {"N": "1800000015250"},
            "validation": {"S": PAYLOAD},
        },
        "ConditionExpression": "attribute_not_exists(#id) OR #expiry < :now OR (#status = :inprogress AND \
            attribute_exists(#in_progress_expiry) AND #in_progress_expiry < :now_in_millis)",
        "ExpressionAttributeNames": {
            "#id": "id", "#expiry": "expiration", "#in_progress_expiry": "in_progress_expiration", "#status": "status",
        },
        "ExpressionAttributeValues": {
            ":now": {"N": "1800000000"}, ":now_in_millis": {"N": "1800000000250"}, ":inprogress": {"S": "INPROGRESS"},
        },
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    });
    let update = json!({
        "TableName": "idempotency",
        "Key": {"id": {"S": KEY}},
        "UpdateExpression": "SET #response_data = :response_data, #expiry = :expiry, #status = :status, \
            #validation_key = :validation_key",
        "ExpressionAttributeNames": {
            "#response_data": "data", "#expiry": "expiration", "#status": "status", "#validation_key": "validation",
        },
        "ExpressionAttributeValues": {
            ":response_data": {"S": "1"}, ":expiry": {"N": "1800003600"}, ":status": {"S": "COMPLETED"},
            ":validation_key": {"S": PAYLOAD},
        },
    });
    assert_eq!(requests, [("PutItem".into(), put), ("UpdateItem".into(), update)]);
}

#[tokio::test]
async fn the_item_that_comes_with_the_refusal_is_not_read_again() {
    let (outcome, requests) = placed([refused(&item("COMPLETED"))]).await;
    assert_eq!((outcome.unwrap(), operations(&requests)), (5, vec!["PutItem"]));

    let (outcome, _) = placed([refused(&item("INPROGRESS"))]).await;
    let error = outcome.unwrap_err();
    assert!(error.is_a::<IdempotencyAlreadyInProgressError>(), "{error:?}");
    assert_eq!(error.to_string(), format!("Execution already in progress with idempotency key: id={KEY}"));
    assert_eq!(errtax::find_a::<ClientError>(&error).unwrap().code(), Some("ConditionalCheckFailedException"));

    let mut other = item("COMPLETED");
    other["validation"]["S"] = "of another payload".into();
    let (outcome, _) = placed([refused(&other)]).await;
    assert!(outcome.unwrap_err().is_a::<IdempotencyValidationError>());
}

/// As of an older DynamoDB, or one between the two.
#[tokio::test]
async fn where_no_item_comes_with_the_refusal_it_is_read_as_it_is_now() {
    let answer = json!({"Item": item("COMPLETED")}).to_string();
    let refused = Answer::error("ConditionalCheckFailedException", "");
    let (outcome, requests) = placed([refused, Answer::Http(200, answer)]).await;
    assert_eq!(outcome.unwrap(), 5);
    let read = json!({"TableName": "idempotency", "Key": {"id": {"S": KEY}}, "ConsistentRead": true});
    assert_eq!(requests[1], ("GetItem".into(), read));

    // What was read is not what was refused: the refusal is the source, and not what that was raised from.
    let mut other = item("COMPLETED");
    other["validation"]["S"] = "of another payload".into();
    let refused = Answer::error("ConditionalCheckFailedException", "");
    let (outcome, _) = placed([refused, Answer::Http(200, json!({"Item": other}).to_string())]).await;
    let error = outcome.unwrap_err();
    assert!(error.is_a::<IdempotencyValidationError>(), "{error:?}");
    let source = errtax::find(error.source().unwrap()).unwrap();
    assert_eq!(source.taxon().name(), "IdempotencyItemAlreadyExistsError");
}

#[tokio::test]
async fn the_record_of_a_handler_that_fails_is_deleted() {
    let answers = Answers::new([Answer::done(), Answer::done()]);
    let layer = layer(DynamoDbStore::new(answers.client(), "idempotency"));
    let outcome: Result<u32, Box<dyn std::error::Error + Send + Sync>> =
        layer.handle(&order(), None, async || Err("out of stock".into())).await;
    assert_eq!(outcome.unwrap_err().to_string(), "out of stock");
    let requests = requests(&answers);
    assert_eq!(requests[0].1["Item"].get("in_progress_expiration"), None, "there is no deadline");
    assert_eq!(requests[1], ("DeleteItem".into(), json!({"TableName": "idempotency", "Key": {"id": {"S": KEY}}})));
}

#[tokio::test]
async fn a_table_may_have_a_sort_key_and_names_of_its_own() {
    let attributes = Attributes {
        key: "pk".into(),
        sort_key: Some(("sk".into(), "idempotency#shop".into())),
        status: "state".into(),
        ..Attributes::default()
    };
    let there = json!({
        "pk": {"S": "idempotency#shop"}, "sk": {"S": KEY}, "state": {"S": "INPROGRESS"},
        "expiration": {"N": "1800003600"}, "validation": {"S": PAYLOAD},
    });
    let answers = Answers::new([refused(&there)]);
    let store = DynamoDbStore::new(answers.client(), "idempotency").with_attributes(attributes);
    let error = layer(store).handle(&order(), None, async || Ok::<_, Error>(1)).await.unwrap_err();
    let text = "Execution already in progress with idempotency key: id=idempotency#shop and sort key: ";
    assert_eq!(error.to_string(), format!("{text}{KEY}"));
    let put = &requests(&answers)[0].1;
    assert_eq!((&put["Item"]["pk"]["S"], &put["Item"]["sk"]["S"]), (&json!("idempotency#shop"), &json!(KEY)));
    assert_eq!(put["ExpressionAttributeNames"]["#status"], "state");
}

/// They are in the chain of what the original calls a failure of the store.
#[tokio::test]
async fn an_item_that_is_no_record_says_what_is_wrong_with_it() {
    let without = |name: &str| {
        let mut item = item("COMPLETED");
        item.as_object_mut().unwrap().remove(name);
        item
    };
    let mut no_number = item("COMPLETED");
    no_number["expiration"]["N"] = "soon".into();
    for (item, lacking) in [(without("id"), "id"), (without("status"), "status"), (no_number, "expiration")] {
        let error = placed([refused(&item)]).await.0.unwrap_err();
        assert!(error.is_a::<IdempotencyPersistenceLayerError>() && !error.is_retryable(), "{error:?}");
        let inconsistent = errtax::find_a::<IdempotencyPersistenceConsistencyError>(&error).unwrap();
        assert_eq!(inconsistent.to_string(), format!("the item has no `{lacking}` that could be read"));
        assert!(errtax::find_a::<ConditionalCheckFailedException>(&error).is_some(), "what it came with is kept");
    }
    let error = placed([refused(&item("LOST"))]).await.0.unwrap_err();
    assert!(error.is_a::<IdempotencyPersistenceLayerError>(), "{error:?}");
    assert_eq!(errtax::find_a::<IdempotencyInvalidStatusError>(&error).unwrap().to_string(), "LOST");
    assert!(errtax::find_a::<ConditionalCheckFailedException>(&error).is_some(), "what it came with is kept");
}

/// Where it has expired, nobody asks for its status.
#[tokio::test]
async fn an_expired_item_is_a_contradiction_whatever_its_status() {
    let mut expired = item("LOST");
    expired["expiration"]["N"] = "1700000000".into();
    let (outcome, requests) = placed(vec![refused(&expired); 3]).await;
    assert!(outcome.unwrap_err().is_a::<IdempotencyInconsistentStateError>());
    assert_eq!(operations(&requests), ["PutItem"; 3]);
}

#[tokio::test]
async fn what_a_record_does_not_have_is_not_written() {
    let answers = Answers::new([Answer::done()]);
    let store = DynamoDbStore::new(answers.client(), "idempotency");
    store.update(&DataRecord::new("orders#1", Status::Completed)).await.unwrap();
    let update = &requests(&answers)[0].1;
    assert_eq!(update["UpdateExpression"], "SET #response_data = :response_data, #status = :status");
    assert_eq!(
        update["ExpressionAttributeValues"],
        json!({":response_data": {"S": ""}, ":status": {"S": "COMPLETED"}})
    );
}

#[tokio::test]
async fn a_throttled_write_may_be_tried_again_and_a_denied_one_may_not() {
    let throttled = Answer::error("ProvisionedThroughputExceededException", r#", "message": "slow""#);
    let error = placed([throttled]).await.0.unwrap_err();
    assert_eq!((error.is_retryable(), error.retry_advice().retry()), (true, Some(Retry::Throttling)));
    let said = "An error occurred (ProvisionedThroughputExceededException) when calling the PutItem operation: slow";
    assert_eq!(error.to_string(), format!("Failed to save in progress record to idempotency store - ({said})"));

    let denied = Answer::error("AccessDeniedException", r#", "Message": "no policy allows it""#);
    let error = placed([denied]).await.0.unwrap_err();
    assert_eq!((error.is_retryable(), error.retry_advice().retry()), (false, Some(Retry::Never)));
}

/// A code that is not listed here: a status of 500 says it, and a status of 400 does not.
#[tokio::test]
async fn what_has_no_class_is_judged_by_its_status() {
    for (status, retry) in [(500, Retry::Transient), (503, Retry::Transient), (400, Retry::Never)] {
        let answer = Answer::Http(status, r#"{"__type": "BrandNew", "message": "?"}"#.into());
        assert_eq!(placed([answer]).await.0.unwrap_err().retry_advice().retry(), Some(retry), "{status}");
    }
}

/// A gateway's page, say.
#[tokio::test]
async fn an_answer_without_a_code_is_known_by_its_status() {
    for body in ["", "<html>no gateway</html>"] {
        let error = placed([Answer::Http(502, body.into())]).await.0.unwrap_err();
        let said = "An error occurred (502) when calling the PutItem operation: Bad Gateway";
        assert_eq!(error.source().unwrap().to_string(), said);
        assert!(error.is_retryable());
    }
}

#[tokio::test]
async fn where_nobody_answers_the_cause_goes_down_to_the_connection() {
    let error = placed([Answer::Refused]).await.0.unwrap_err();
    assert!(error.is_retryable() && errtax::find_a::<NoAnswer>(&error).is_some(), "{error:?}");
    let report = errtax::report(&error).to_string();
    assert!(report.ends_with("connection refused"), "{report}");
    assert_eq!(report.matches("could not get an answer to the PutItem operation").count(), 1, "{report}");
}
