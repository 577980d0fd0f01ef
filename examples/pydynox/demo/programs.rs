//! The programs of the original's page about exceptions: what they do about an error, they say.

use std::time::Duration;

use aws_sdk_dynamodb::types::{AttributeValue, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem};
use aws_sdk_kms::types::DataKeySpec;
use errtax::{Classify, catch};
use pydynox::{
    ConditionalCheckFailedException, ConnectionException, CredentialsException, EncryptionException, Item,
    PydynoxException, ResourceNotFoundException, TransactionCanceledException, in_transaction, on_kms, on_object,
    on_table, plain, retry_on_throttle,
};

use crate::clients::Clients;

/// Each error where it is to be handled, and the rest.
pub(crate) async fn safe_get_item(clients: &Clients, pk: &str) -> String {
    let get = clients.dynamodb.get_item().table_name("users").key("pk", text(pk)).send().await;
    let error = match get.classify_with::<PydynoxException>(on_table("GetItem", "users")) {
        Ok(got) => return if got.item.is_some() { format!("{pk} is there") } else { format!("{pk} is not there") },
        Err(error) => error,
    };
    catch!(error => {
        _ is ResourceNotFoundException => "table does not exist".to_owned(),
        _ is CredentialsException => "check your AWS credentials".to_owned(),
        _ is ConnectionException => "cannot connect to DynamoDB".to_owned(),
        _ => format!("something went wrong: {error}"),
    })
}

/// A condition that is false is no failure of this program.
pub(crate) async fn update_if_exists(clients: &Clients, pk: &str) -> errtax::Result<String> {
    let update = clients.dynamodb.update_item().table_name("users").key("pk", text(pk));
    let update = update.update_expression("SET seen = :seen").expression_attribute_values(":seen", number(1));
    let update = update.condition_expression("attribute_exists(pk)").send().await;
    let updated = update.classify_with::<PydynoxException>(on_table("UpdateItem", "users"));
    let Err(error) = updated else { return Ok("updated".to_owned()) };
    catch!(error => {
        _ is ConditionalCheckFailedException => Ok(format!("{pk} does not exist, cannot update")),
        _ => Err(error),
    })
}

/// Writes the next version, if nobody else has. If somebody has, the item that is there comes with the error.
pub(crate) async fn optimistic_lock(clients: &Clients, pk: &str, expected: u32) -> errtax::Result<String> {
    let update = clients.dynamodb.update_item().table_name("users").key("pk", text(pk));
    let update = update
        .update_expression("SET version = :next")
        .condition_expression("version = :expected")
        .expression_attribute_values(":next", number(expected + 1))
        .expression_attribute_values(":expected", number(expected))
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
    let updated = update.send().await.classify_with::<PydynoxException>(on_table("UpdateItem", "users"));
    let Err(error) = updated else { return Ok(format!("updated to version {}", expected + 1)) };
    catch!(error => {
        e: ConditionalCheckFailedException => Ok(match &e.item {
            Some(item) => format!("version conflict, current item: {}", plain(item)),
            None => "version conflict, and no item".to_owned(),
        }),
        _ => Err(error),
    })
}

/// Writes a new item, and does not overwrite one.
pub(crate) async fn prevent_overwrite(clients: &Clients, pk: &str) -> errtax::Result<String> {
    let put = clients.dynamodb.put_item().table_name("users").item("pk", text(pk)).item("version", number(1));
    let put = put
        .condition_expression("attribute_not_exists(pk)")
        .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
    let put = put.send().await.classify_with::<PydynoxException>(on_table("PutItem", "users"));
    let Err(error) = put else { return Ok(format!("{pk} is created")) };
    catch!(error => {
        e: ConditionalCheckFailedException => Ok(format!("already there: {}", plain(e.item.as_ref().unwrap_or(&Item::new())))),
        _ => Err(error),
    })
}

/// Waits for 1, 2, 4, … seconds between the attempts; what the last of them fails with is not handled.
pub(crate) async fn save_with_retry(
    clients: &Clients,
    pk: &str,
    attempts: u32,
    sleep: impl AsyncFnMut(Duration),
) -> errtax::Result<()> {
    let delays = (0..attempts.saturating_sub(1)).map(|attempt| Duration::from_secs(2_u64.saturating_pow(attempt)));
    let put = async || {
        let put = clients.dynamodb.put_item().table_name("users").item("pk", text(pk)).send();
        put.await.classify_with::<PydynoxException>(on_table("PutItem", "users")).map(drop)
    };
    retry_on_throttle(delays, put, sleep).await
}

/// Credentials and connection, looked after before anything else is done.
pub(crate) async fn check_at_start(clients: &Clients) -> errtax::Result<String> {
    let ping = clients.dynamodb.list_tables().limit(1).send().await;
    let Err(error) = ping.classify_with::<PydynoxException>(in_transaction("ListTables")) else {
        return Ok("DynamoDB is there".to_owned());
    };
    catch!(error => {
        _ is CredentialsException => Ok(format!("fix your credentials: {error}")),
        _ is ConnectionException => Ok(format!("start DynamoDB Local first: {error}")),
        _ => Err(error),
    })
}

/// Both items, or none. Why none, each item says.
pub(crate) async fn both_or_none(clients: &Clients, pks: [&str; 2]) -> errtax::Result<String> {
    let put = |pk| {
        let put =
            Put::builder().table_name("users").item("pk", text(pk)).condition_expression("attribute_not_exists(pk)");
        TransactWriteItem::builder().put(put.build().expect("table and item are given")).build()
    };
    let write = clients.dynamodb.transact_write_items().set_transact_items(Some(pks.map(put).into())).send().await;
    let written = write.classify_with::<PydynoxException>(in_transaction("TransactWriteItems"));
    let Err(error) = written else { return Ok("both are written".to_owned()) };
    catch!(error => {
        e: TransactionCanceledException => {
            let each = pks.iter().zip(&e.reasons).map(|(pk, reason)| format!("{pk}: {}", reason.code));
            let then = if error.is_retryable() { "try again" } else { "do not try again" };
            Ok(format!("{then}: {}", each.collect::<Vec<_>>().join(", ")))
        },
        _ => Err(error),
    })
}

/// A key to encrypt with.
pub(crate) async fn data_key(clients: &Clients, key: &str) -> errtax::Result<String> {
    let key = clients.kms.generate_data_key().key_id(key).key_spec(DataKeySpec::Aes256).send().await;
    let Err(error) = key.classify_with::<PydynoxException>(on_kms("GenerateDataKey")) else {
        return Ok("here is a key".to_owned());
    };
    catch!(error => {
        _ is EncryptionException => Ok(format!("nothing is encrypted: {error}")),
        _ => Err(error),
    })
}

/// What is too large for a table.
pub(crate) async fn attachment(clients: &Clients, bucket: &str, key: &str) -> errtax::Result<String> {
    let get = clients.s3.get_object().bucket(bucket).key(key).send().await;
    get.classify_with::<PydynoxException>(on_object("GetObject", bucket, key)).map(|_| "here it is".to_owned())
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

fn number(number: u32) -> AttributeValue {
    AttributeValue::N(number.to_string())
}
