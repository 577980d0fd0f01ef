//! Against moto, through the AWS SDK: what a server says of itself.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/answers.rs"]
mod answers;
#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/clients.rs"]
mod clients;

use aws_sdk_dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, ConditionCheck, KeySchemaElement, KeyType, Put,
    ReturnValuesOnConditionCheckFailure as Returned, ScalarAttributeType, TransactWriteItem,
};
use aws_sdk_kms::primitives::Blob;
use clients::Clients;
use errtax::{Classify, Error, Retry};
use pydynox::{
    CancellationCode, ConditionalCheckFailedException, EncryptionException, KmsException, PydynoxException,
    ResourceInUseException, ResourceNotFoundException, TransactionCanceledException, ValidationException,
    in_transaction, on_bucket, on_kms, on_object, on_table, plain,
};
use testbed::Moto;

fn pk(pk: &str) -> AttributeValue {
    AttributeValue::S(pk.into())
}

async fn create_table(clients: &Clients) -> errtax::Result<()> {
    let key = KeySchemaElement::builder().attribute_name("pk").key_type(KeyType::Hash).build().unwrap();
    let attribute = AttributeDefinition::builder().attribute_name("pk").attribute_type(ScalarAttributeType::S);
    let create = clients.dynamodb.create_table().table_name("users").billing_mode(BillingMode::PayPerRequest);
    let create = create.key_schema(key).attribute_definitions(attribute.build().unwrap()).send().await;
    create.classify_with::<PydynoxException>(on_table("CreateTable", "users")).map(drop)
}

/// A condition that is false, three times: of a put, an update and a delete.
async fn failed(clients: &Clients, returned: Option<Returned>) -> [Error; 3] {
    let condition = "attribute_not_exists(pk)";
    let users = clients.dynamodb.put_item().table_name("users");
    let put = users.item("pk", pk("1")).condition_expression(condition);
    let put = put.set_return_values_on_condition_check_failure(returned.clone()).send().await;
    let users = clients.dynamodb.update_item().table_name("users").update_expression("SET seen = :seen");
    let update = users.key("pk", pk("1")).condition_expression(condition).expression_attribute_values(":seen", pk("x"));
    let update = update.set_return_values_on_condition_check_failure(returned.clone()).send().await;
    let users = clients.dynamodb.delete_item().table_name("users");
    let delete = users.key("pk", pk("1")).condition_expression(condition);
    let delete = delete.set_return_values_on_condition_check_failure(returned).send().await;
    [
        put.classify_with::<PydynoxException>(on_table("PutItem", "users")).unwrap_err(),
        update.classify_with::<PydynoxException>(on_table("UpdateItem", "users")).unwrap_err(),
        delete.classify_with::<PydynoxException>(on_table("DeleteItem", "users")).unwrap_err(),
    ]
}

#[tokio::test]
async fn dynamodb_answers() {
    if !testbed::is_live("DynamoDB on moto") {
        return;
    }
    let moto = Moto::start().unwrap();
    let clients = Clients::at(moto.endpoint());
    let get = |key: &'static str| {
        let get = clients.dynamodb.get_item().table_name("users").key(key, pk("1")).send();
        async { get.await.classify_with::<PydynoxException>(on_table("GetItem", "users")).unwrap_err() }
    };
    let error = get("pk").await;
    assert!(error.downcast_ref::<ResourceNotFoundException>().is_some(), "{error:?}");
    assert_eq!(error.to_string(), "Table 'users' not found");
    assert!(error.request_id().is_some(), "{error:?}");

    create_table(&clients).await.unwrap();
    let error = create_table(&clients).await.unwrap_err();
    assert!(error.downcast_ref::<ResourceInUseException>().is_some(), "{error:?}");
    let error = get("another").await;
    assert!(error.downcast_ref::<ValidationException>().is_some(), "{error:?}");
    assert_eq!(Some(error.to_string()), error.message().map(String::from), "the message is kept");

    let put =
        clients.dynamodb.put_item().table_name("users").item("pk", pk("1")).item("v", AttributeValue::N("2".into()));
    put.send().await.unwrap();
    for error in failed(&clients, None).await {
        assert!(error.downcast_ref::<ConditionalCheckFailedException>().unwrap().item.is_none(), "{error:?}");
    }
    for error in failed(&clients, Some(Returned::AllOld)).await {
        let failed: &ConditionalCheckFailedException = error.downcast_ref().unwrap();
        assert_eq!(plain(failed.item.as_ref().unwrap()).to_string(), r#"{"pk":"1","v":2}"#, "{error:?}");
    }
}

#[tokio::test]
async fn a_transaction_says_why_item_by_item() {
    if !testbed::is_live("a transaction of DynamoDB on moto") {
        return;
    }
    let moto = Moto::start().unwrap();
    let clients = Clients::at(moto.endpoint());
    create_table(&clients).await.unwrap();
    let put = Put::builder().table_name("users").item("pk", pk("1")).build().unwrap();
    let check = ConditionCheck::builder().table_name("users").key("pk", pk("2"));
    let check = check.condition_expression("attribute_exists(pk)").build().unwrap();
    let write = clients.dynamodb.transact_write_items();
    let write = write.transact_items(TransactWriteItem::builder().put(put).build());
    let write = write.transact_items(TransactWriteItem::builder().condition_check(check).build()).send().await;
    let error = write.classify_with::<PydynoxException>(in_transaction("TransactWriteItems")).unwrap_err();
    let cancelled: &TransactionCanceledException = error.downcast_ref().unwrap();
    let codes: Vec<_> = cancelled.reasons.iter().map(|reason| &reason.code).collect();
    assert_eq!(codes, [&CancellationCode::None, &CancellationCode::ConditionalCheckFailed]);
    assert_eq!(error.to_string().matches("[None, ConditionalCheckFailed]").count(), 1, "{error}");
    assert_eq!(error.retry_advice().retry(), Some(Retry::Never));
}

#[tokio::test]
async fn s3_answers() {
    if !testbed::is_live("S3 on moto") {
        return;
    }
    let moto = Moto::start().unwrap();
    let s3 = Clients::at(moto.endpoint()).s3;
    let get = || {
        let get = s3.get_object().bucket("photos").key("1.png").send();
        async { get.await.classify_with::<PydynoxException>(on_object("GetObject", "photos", "1.png")).unwrap_err() }
    };
    let error = get().await;
    assert!(error.downcast_ref::<ResourceNotFoundException>().is_some(), "{error:?}");
    assert_eq!((error.code(), error.to_string().as_str()), (Some("NoSuchBucket"), "S3 bucket 'photos' not found"));

    s3.create_bucket().bucket("photos").send().await.unwrap();
    let error = get().await;
    assert_eq!((error.code(), error.to_string().as_str()), (Some("NoSuchKey"), "S3 object 'photos/1.png' not found"));
    let head = s3.head_object().bucket("photos").key("1.png").send().await;
    let error = head.classify_with::<PydynoxException>(on_object("HeadObject", "photos", "1.png")).unwrap_err();
    assert!(error.downcast_ref::<ResourceNotFoundException>().is_some(), "{error:?}");

    let create = s3.create_bucket().bucket("ab").send().await;
    let error = create.classify_with::<PydynoxException>(on_bucket("CreateBucket", "ab")).unwrap_err();
    assert!(error.downcast_ref::<ValidationException>().is_some(), "{error:?}");
    assert_eq!(error.to_string(), "Invalid S3 bucket name");
    s3.put_object().bucket("photos").key("2.png").body(b"png".to_vec().into()).send().await.unwrap();
    let range = s3.get_object().bucket("photos").key("2.png").range("bytes=9-").send().await;
    let error = range.classify_with::<PydynoxException>(on_object("GetObject", "photos", "2.png")).unwrap_err();
    assert!(error.downcast_ref::<ValidationException>().is_some(), "{error:?}");
}

#[tokio::test]
async fn kms_answers() {
    if !testbed::is_live("KMS on moto") {
        return;
    }
    let moto = Moto::start().unwrap();
    let kms = Clients::at(moto.endpoint()).kms;
    let key = kms.describe_key().key_id("alias/nobody").send().await;
    let error = key.classify_with::<PydynoxException>(on_kms("DescribeKey")).unwrap_err();
    assert!(error.downcast_ref::<KmsException>().is_some() && error.is_a::<EncryptionException>(), "{error:?}");
    assert_eq!(error.to_string(), "KMS key not found. Check the key ID or alias.");

    let decrypt = kms.decrypt().ciphertext_blob(Blob::new("nothing that was encrypted")).send().await;
    let error = decrypt.classify_with::<PydynoxException>(on_kms("Decrypt")).unwrap_err();
    assert!(error.downcast_ref::<KmsException>().is_some() && error.is_a::<EncryptionException>(), "{error:?}");
    assert_eq!(error.to_string(), "Invalid ciphertext. Data may be corrupted.");
}
