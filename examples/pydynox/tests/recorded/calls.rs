//! The operation of a case, called through the AWS SDK, which gets the answer of the case.

use std::time::Duration;

use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, Delete, Get, KeySchemaElement, KeyType, KeysAndAttributes, Put, PutRequest,
    ReturnValuesOnConditionCheckFailure, ScalarAttributeType, TableStatus, TransactGetItem, TransactWriteItem,
    WriteRequest,
};
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use errtax::{Classify, Error};
use pydynox::{PydynoxException, in_transaction, on_kms, on_object, on_table, wait_until_active};
use serde_json::{Map, Value, json};
use testbed::{Case, Comparison};

use crate::answers::{Answer, Answers};
use crate::clients::Clients;

/// What a case of the kind `wire` becomes. The same is answered however often somebody asks.
pub(crate) async fn answered(case: &Case, compare: &mut Comparison) -> Error {
    let answers = Answers::new(vec![answer(&case.input); 10]);
    let clients = Clients::of(&answers);
    let operation = case.noted("operation").and_then(Value::as_str).expect("each answer has one");
    let error = called(&clients, &case.input, operation).await.expect_err(&case.id);
    let unasked = std::iter::from_fn(|| answers.next().ok()).count();
    compare.that("requests", case.noted("requests_sent"), 10 - unasked);
    error
}

/// The answer: as it came, or of its code, its message and its members.
fn answer(input: &Value) -> Answer {
    let status = input["http_status"].as_u64().and_then(|status| status.try_into().ok()).expect("each answer has one");
    let text = |key: &str| input[key].as_str();
    let body = match (input.get("body"), text("service")) {
        (Some(body), _) => body.as_str().unwrap_or_default().to_owned(),
        (None, Some("s3")) => {
            let message = text("message").map(|message| format!("<Message>{message}</Message>")).unwrap_or_default();
            format!("<Error><Code>{}</Code>{message}</Error>", text("code").unwrap())
        }
        (None, _) => {
            let members = input.as_object().unwrap().iter().filter(|(name, _)| name.starts_with(char::is_uppercase));
            let mut body: Map<_, _> = members.map(|(name, value)| (name.clone(), value.clone())).collect();
            body.insert("__type".into(), text("wire_type").or(text("code")).unwrap().into());
            body.extend(text("message").map(|message| ("message".to_owned(), json!(message))));
            Value::from(body).to_string()
        }
    };
    Answer::Http(status, body)
}

macro_rules! failed {
    ($call:expr, $note:expr) => {
        $call.send().await.classify_with::<PydynoxException>($note).map(drop)
    };
}

/// Calls that operation: any of the service, where it is one that this test does not know.
pub(crate) async fn called(clients: &Clients, input: &Value, operation: &str) -> errtax::Result<()> {
    match input["service"].as_str() {
        Some("s3") => s3(clients, input, operation).await,
        Some("kms") => kms(clients, operation).await,
        _ => match input["table"].as_str() {
            Some(table) => dynamodb(clients, table, operation).await,
            None => dynamodb(clients, "users", operation).await,
        },
    }
}

async fn dynamodb(clients: &Clients, table: &str, operation: &str) -> errtax::Result<()> {
    let pk = || AttributeValue::S("1".into());
    let all_old = |flag: &str| flag.ends_with("_flag").then_some(ReturnValuesOnConditionCheckFailure::AllOld);
    let client = &clients.dynamodb;
    match operation {
        "batch_get" => {
            let keys = KeysAndAttributes::builder().keys([("pk".to_owned(), pk())].into()).build().unwrap();
            failed!(client.batch_get_item().request_items(table, keys), on_table("BatchGetItem", table))
        }
        "batch_write" => {
            let put = WriteRequest::builder().put_request(PutRequest::builder().item("pk", pk()).build().unwrap());
            let write = client.batch_write_item().request_items(table, vec![put.build()]);
            failed!(write, on_table("BatchWriteItem", table))
        }
        "wait_active" => {
            // As the original asks for a second, twice in each, the last time when it is over; without its waiting.
            let delays = [Duration::from_millis(500); 4];
            let is_active = async || {
                let described = client.describe_table().table_name(table).send().await;
                let described = described.classify_with::<PydynoxException>(on_table("DescribeTable", table))?;
                Ok(described.table.and_then(|table| table.table_status) == Some(TableStatus::Active))
            };
            wait_until_active(table, delays, is_active, async |_| {}).await
        }
        "delete_table" => failed!(client.delete_table().table_name(table), on_table("DeleteTable", table)),
        "create" => {
            let key = KeySchemaElement::builder().attribute_name("pk").key_type(KeyType::Hash).build().unwrap();
            let pk = AttributeDefinition::builder().attribute_name("pk").attribute_type(ScalarAttributeType::S);
            let create = client.create_table().table_name(table).key_schema(key);
            failed!(create.attribute_definitions(pk.build().unwrap()), on_table("CreateTable", table))
        }
        "put" | "put_flag" => {
            let put = client.put_item().table_name(table).item("pk", pk());
            let put = put.set_return_values_on_condition_check_failure(all_old(operation));
            failed!(put, on_table("PutItem", table))
        }
        "update" | "update_flag" => {
            let update = client.update_item().table_name(table).key("pk", pk());
            let update = update.set_return_values_on_condition_check_failure(all_old(operation));
            failed!(update, on_table("UpdateItem", table))
        }
        "delete" | "delete_flag" => {
            let delete = client.delete_item().table_name(table).key("pk", pk());
            let delete = delete.set_return_values_on_condition_check_failure(all_old(operation));
            failed!(delete, on_table("DeleteItem", table))
        }
        "query" => failed!(client.query().table_name(table), on_table("Query", table)),
        "scan" => failed!(client.scan().table_name(table), on_table("Scan", table)),
        // About many tables, and so about none.
        "txw" => {
            let put = Put::builder().table_name(table).item("pk", pk()).build().unwrap();
            let delete = Delete::builder().table_name(table).key("pk", pk()).build().unwrap();
            let put = TransactWriteItem::builder().put(put).build();
            let delete = TransactWriteItem::builder().delete(delete).build();
            let write = client.transact_write_items().set_transact_items(Some(vec![put, delete]));
            failed!(write, in_transaction("TransactWriteItems"))
        }
        "txg" => {
            let get = Get::builder().table_name(table).key("pk", pk()).build().unwrap();
            let get = client.transact_get_items().transact_items(TransactGetItem::builder().get(get).build());
            failed!(get, in_transaction("TransactGetItems"))
        }
        _ => failed!(client.get_item().table_name(table).key("pk", pk()), on_table("GetItem", table)),
    }
}

async fn s3(clients: &Clients, input: &Value, operation: &str) -> errtax::Result<()> {
    let (bucket, key) = (input["bucket"].as_str().unwrap_or("b"), input["key"].as_str().unwrap_or("k"));
    let on = |operation| on_object(operation, bucket, key);
    match operation {
        "s3_head" => failed!(clients.s3.head_object().bucket(bucket).key(key), on("HeadObject")),
        "s3_put" => failed!(clients.s3.put_object().bucket(bucket).key(key), on("PutObject")),
        "s3_delete" => failed!(clients.s3.delete_object().bucket(bucket).key(key), on("DeleteObject")),
        _ => failed!(clients.s3.get_object().bucket(bucket).key(key), on("GetObject")),
    }
}

async fn kms(clients: &Clients, operation: &str) -> errtax::Result<()> {
    if operation == "kms_decrypt" {
        return failed!(clients.kms.decrypt().ciphertext_blob(Blob::new("x")), on_kms("Decrypt"));
    }
    let key = clients.kms.generate_data_key().key_id("alias/users").key_spec(DataKeySpec::Aes256);
    failed!(key, on_kms("GenerateDataKey"))
}
