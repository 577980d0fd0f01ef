//! Through the AWS SDK, with recorded answers or none: what reaches the classes of what the SDK fails with.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/answers.rs"]
mod answers;
#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/clients.rs"]
mod clients;

use std::error::Error as _;
use std::time::Duration;

use answers::Answer;
use aws_sdk_dynamodb::config::http::HttpResponse;
use aws_sdk_dynamodb::error::{ErrorMetadata, SdkError};
use aws_sdk_dynamodb::types::AttributeValue;
use clients::Clients;
use errtax::{Classify, Error, Retry, Transport};
use pydynox::{
    AccessDeniedException, CancellationCode, ConditionalCheckFailedException, ConnectionException, ConnectionRefused,
    ConnectionTimeout, CredentialsException, EncryptionException, HostNotFound, InvalidResponse, KmsAccessDenied,
    PydynoxException, RequestNotBuilt, ResourceNotFoundException, TableNotActive, TransactionCanceledException,
    in_transaction, on_kms, on_object, on_table, plain, wait_until_active,
};

fn pk() -> AttributeValue {
    AttributeValue::S("1".into())
}

async fn put(clients: &Clients) -> Error {
    let put = clients.dynamodb.put_item().table_name("users").item("pk", pk()).send().await;
    put.classify_with::<PydynoxException>(on_table("PutItem", "users")).unwrap_err()
}

async fn update(clients: &Clients) -> Error {
    let update = clients.dynamodb.update_item().table_name("users").key("pk", pk()).send().await;
    update.classify_with::<PydynoxException>(on_table("UpdateItem", "users")).unwrap_err()
}

async fn delete(clients: &Clients) -> Error {
    let delete = clients.dynamodb.delete_item().table_name("users").key("pk", pk()).send().await;
    delete.classify_with::<PydynoxException>(on_table("DeleteItem", "users")).unwrap_err()
}

fn answering(code: &str, members: &str) -> Clients {
    Clients::answering([Answer::json(code, members)])
}

#[tokio::test]
async fn the_item_that_is_there_comes_with_a_failed_put_update_and_delete() {
    let members = r#", "Item": {"pk": {"S": "1"}, "tags": {"SS": ["a"]}, "new": {"XS": 7}, "no": {"NULL": true}}"#;
    let clients = || answering("ConditionalCheckFailedException", members);
    for error in [put(&clients()).await, update(&clients()).await, delete(&clients()).await] {
        let failed: &ConditionalCheckFailedException = error.downcast_ref().unwrap();
        let item = plain(failed.item.as_ref().unwrap());
        assert_eq!(item.to_string(), r#"{"new":{"XS":7},"no":null,"pk":"1","tags":["a"]}"#);
        assert_eq!(error.context("table"), Some("users"));
    }
}

#[tokio::test]
async fn without_an_item_there_is_none() {
    let clients = || answering("ConditionalCheckFailedException", r#", "message": "The conditional request failed""#);
    for error in [put(&clients()).await, update(&clients()).await, delete(&clients()).await] {
        assert!(error.downcast_ref::<ConditionalCheckFailedException>().unwrap().item.is_none());
        assert_eq!(error.message().as_deref(), Some("The conditional request failed"));
    }
}

async fn transact(members: &str) -> Error {
    let write = answering("TransactionCanceledException", members).dynamodb.transact_write_items().send().await;
    write.classify_with::<PydynoxException>(in_transaction("TransactWriteItems")).unwrap_err()
}

async fn retry(codes: &[&str]) -> Option<Retry> {
    let reasons: Vec<_> = codes.iter().map(|code| format!(r#"{{"Code": "{code}"}}"#)).collect();
    let error = transact(&format!(r#", "CancellationReasons": [{}]"#, reasons.join(", "))).await;
    let cancelled: &TransactionCanceledException = error.downcast_ref().unwrap();
    assert_eq!(cancelled.reasons.len(), codes.len());
    error.retry_advice().retry()
}

#[tokio::test]
async fn a_transaction_is_worth_another_try_only_if_every_reason_allows_it() {
    assert_eq!(retry(&["None", "TransactionConflict"]).await, Some(Retry::Transient));
    assert_eq!(retry(&["TransactionConflict", "ThrottlingError"]).await, Some(Retry::Throttling));
    assert_eq!(retry(&["ProvisionedThroughputExceeded"]).await, Some(Retry::Throttling));
    assert_eq!(retry(&["TransactionConflict", "ConditionalCheckFailed"]).await, Some(Retry::Never));
    assert_eq!(retry(&["ItemCollectionSizeLimitExceeded", "None"]).await, Some(Retry::Never));
    assert_eq!(retry(&["ValidationError", "BrandNew"]).await, Some(Retry::Never));
    assert_eq!(retry(&["TransactionConflict", "BrandNew"]).await, None);
    assert_eq!(retry(&["None"]).await, None);
    assert_eq!(retry(&[]).await, None);
}

#[tokio::test]
async fn reasons_are_in_fields_and_in_the_text() {
    let reasons = r#""CancellationReasons": [
        {"Code": "None"},
        {"Code": "ConditionalCheckFailed", "Message": "no", "Item": {"pk": {"S": "1"}}},
        {"Code": "Brand\nNew"}
    ]"#;
    let error = transact(&format!(", {reasons}")).await;
    assert_eq!(error.to_string(), r"Transaction was canceled [None, ConditionalCheckFailed, Brand\nNew]");
    let cancelled: &TransactionCanceledException = error.downcast_ref().unwrap();
    assert_eq!(cancelled.reasons[1].code, CancellationCode::ConditionalCheckFailed);
    assert_eq!(cancelled.reasons[1].message.as_deref(), Some("no"));
    assert_eq!(plain(cancelled.reasons[1].item.as_ref().unwrap()).to_string(), r#"{"pk":"1"}"#);
    assert_eq!(cancelled.reasons[2].code, CancellationCode::Unknown("Brand\nNew".into()));

    let said = "Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]";
    let reasons = r#""CancellationReasons": [{"Code": "TransactionConflict"}]"#;
    let error = transact(&format!(r#", "Message": "{said}", {reasons}"#)).await;
    assert_eq!(error.to_string(), said, "once is enough");
}

#[tokio::test]
async fn what_keeps_an_answer_from_coming_is_told_apart() {
    let refused = put(&Clients::at("http://127.0.0.1:1")).await;
    assert!(refused.is_a::<ConnectionRefused>() && refused.is_retryable(), "{refused:?}");
    assert_eq!(refused.to_string(), "Connection failed to DynamoDB (I/O error). Check if the endpoint is reachable.",);
    assert!(refused.source().is_some(), "what the HTTP client said");

    let nobody = put(&Clients::at("http://nobody.invalid")).await;
    assert!(nobody.is_a::<HostNotFound>() && nobody.is_retryable(), "{nobody:?}");

    let late = put(&Clients::answering([Answer::Late])).await;
    assert!(late.is_a::<ConnectionTimeout>() && late.is_retryable(), "{late:?}");
    assert_eq!(late.to_string(), "Connection timed out to DynamoDB. Check your network or endpoint.");

    for error in [refused, nobody, late] {
        assert!(error.is_a::<ConnectionException>() && !error.is_a::<CredentialsException>());
    }
}

#[tokio::test]
async fn a_request_that_was_never_sent_is_no_failed_connection() {
    let clients = Clients::answering([Answer::done()]);
    let get = clients.s3.get_object().bucket("b").key("").send().await;
    let error = get.classify_with::<PydynoxException>(on_object("GetObject", "b", "")).unwrap_err();
    assert!(error.is_a::<RequestNotBuilt>() && !error.is_a::<ConnectionException>(), "{error:?}");
    assert_eq!(error.to_string(), "Failed to build request");
    assert_eq!(error.retry_advice().retry(), Some(Retry::Never));
    assert!(errtax::report(&error).to_string().contains("key"), "{}", errtax::report(&error));
}

#[tokio::test]
async fn an_answer_that_nobody_could_read_is_none_either() {
    let raw = HttpResponse::new(200.try_into().unwrap(), "{nope".into());
    let sent: Result<(), SdkError<ErrorMetadata>> = Err(SdkError::response_error("unexpected token", raw));
    let error = sent.classify_with::<PydynoxException>(on_table("GetItem", "users")).unwrap_err();
    assert!(error.is_a::<InvalidResponse>() && !error.is_a::<ConnectionException>(), "{error:?}");
    assert_eq!(error.to_string(), "Invalid response from DynamoDB");
    assert_eq!(error.retry_advice().retry(), None, "nobody knows whether it was done");
    assert!(error.source().is_some());
}

/// A table that does not exist yet is waited for; a service that says no, or does not answer, is not.
#[tokio::test]
async fn only_a_table_that_does_not_become_active_in_time_is_late() {
    let wait = async |answers: Vec<Answer>| {
        let clients = Clients::answering(answers);
        let is_active = async || {
            let described = clients.dynamodb.describe_table().table_name("users").send().await;
            let described = described.classify_with::<PydynoxException>(on_table("DescribeTable", "users"))?;
            Ok(described.table.is_some())
        };
        wait_until_active("users", [Duration::ZERO; 3], is_active, async |_| {}).await
    };
    let missing = || Answer::json("ResourceNotFoundException", "");
    let there = || Answer::Http(200, r#"{"Table": {"TableStatus": "ACTIVE"}}"#.to_owned());
    wait(vec![missing(), Answer::done(), there()]).await.unwrap();

    let late = wait(vec![missing(), missing(), missing()]).await.unwrap_err();
    assert!(late.is_a::<TableNotActive>(), "{late:?}");
    let last: &Error = late.downcast_ref::<TableNotActive>().unwrap().cause.as_ref().unwrap();
    assert!(last.is_a::<ResourceNotFoundException>(), "{last:?}");

    let denied = wait(vec![missing(), Answer::json("AccessDeniedException", "")]).await.unwrap_err();
    assert!(denied.is_a::<AccessDeniedException>() && !denied.is_a::<TableNotActive>(), "{denied:?}");
    let unanswered = wait(vec![Answer::Late]).await.unwrap_err();
    assert!(unanswered.is_a::<ConnectionTimeout>() && unanswered.source().is_some(), "{unanswered:?}");
}

/// The original takes this for a failed connection. S3 gets such requests unsigned, and answers.
#[tokio::test]
async fn missing_credentials_are_a_matter_of_credentials() {
    let clients = Clients::without_credentials();
    let key = clients.kms.decrypt().ciphertext_blob(aws_sdk_kms::primitives::Blob::new("x")).send().await;
    let key = key.classify_with::<PydynoxException>(on_kms("Decrypt")).unwrap_err();
    for error in [put(&clients).await, key] {
        assert!(error.is_a::<CredentialsException>() && !error.is_a::<ConnectionException>(), "{error:?}");
        assert!(error.to_string().starts_with("No AWS credentials found. Configure credentials via "), "{error}");
        assert_eq!(error.response().unwrap().transport(), Some(Transport::Credentials));
    }
}

#[tokio::test]
async fn a_key_that_may_not_be_used_says_so() {
    let clients = answering("AccessDeniedException", r#", "message": "not yours""#);
    let key = clients.kms.decrypt().ciphertext_blob(aws_sdk_kms::primitives::Blob::new("x")).send().await;
    let error = key.classify_with::<PydynoxException>(on_kms("Decrypt")).unwrap_err();
    assert_eq!(error.to_string(), "Access denied to KMS: not yours");
    assert!(error.downcast_ref::<KmsAccessDenied>().is_some() && error.is_a::<EncryptionException>());
}

/// HEAD has no body, and so no code but what the SDK makes of the status.
#[tokio::test]
async fn an_object_that_is_not_there_is_not_found_without_a_body() {
    let clients = Clients::answering([Answer::Http(404, String::new())]);
    let head = clients.s3.head_object().bucket("b").key("k").send().await;
    let error = head.classify_with::<PydynoxException>(on_object("HeadObject", "b", "k")).unwrap_err();
    assert!(error.is_a::<ResourceNotFoundException>(), "{error:?}");
    assert_eq!((error.context("bucket"), error.context("key")), (Some("b"), Some("k")));
}
