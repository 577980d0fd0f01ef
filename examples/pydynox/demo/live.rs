//! The programs against moto.

use std::error::Error;
use std::time::Duration;

use aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType};
use errtax::Classify;
use pydynox::{PydynoxException, on_bucket, on_table};
use testbed::Moto;

use crate::clients::Clients;
use crate::{programs, show};

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let moto = Moto::start()?;
    let clients = Clients::at(moto.endpoint());

    show("safe_get_item", Ok(programs::safe_get_item(&clients, "USER#1").await));
    create_table(&clients).await?;
    show("create_table", create_table(&clients).await.map(|()| String::new()));
    show("safe_get_item", Ok(programs::safe_get_item(&clients, "USER#1").await));
    show("safe_get_item", Ok(programs::safe_get_item(&clients, "").await));

    show("update_if_exists", programs::update_if_exists(&clients, "USER#1").await);
    show("prevent_overwrite", programs::prevent_overwrite(&clients, "USER#1").await);
    show("prevent_overwrite", programs::prevent_overwrite(&clients, "USER#1").await);
    show("optimistic_lock", programs::optimistic_lock(&clients, "USER#1", 1).await);
    show("optimistic_lock", programs::optimistic_lock(&clients, "USER#1", 1).await);
    let sleep = async |delay: Duration| tokio::time::sleep(delay).await;
    let saved = programs::save_with_retry(&clients, "USER#2", 3, sleep).await;
    show("save_with_retry", saved.map(|()| "saved".to_owned()));
    show("both_or_none", programs::both_or_none(&clients, ["USER#3", "USER#2"]).await);

    show("check_at_start", programs::check_at_start(&clients).await);
    show("check_at_start", programs::check_at_start(&Clients::at("http://127.0.0.1:1")).await);
    show("check_at_start", programs::check_at_start(&Clients::at("http://nobody.invalid")).await);
    show("check_at_start", programs::check_at_start(&Clients::without_credentials()).await);

    show("data_key", programs::data_key(&clients, "alias/users").await);
    show("attachment", programs::attachment(&clients, "photos", "1.png").await);
    let bucket = clients.s3.create_bucket().bucket("photos").send().await;
    bucket.classify_with::<PydynoxException>(on_bucket("CreateBucket", "photos"))?;
    show("attachment", programs::attachment(&clients, "photos", "1.png").await);
    Ok(())
}

async fn create_table(clients: &Clients) -> errtax::Result<()> {
    let key = KeySchemaElement::builder().attribute_name("pk").key_type(KeyType::Hash).build();
    let pk = AttributeDefinition::builder().attribute_name("pk").attribute_type(ScalarAttributeType::S).build();
    let create = clients.dynamodb.create_table().table_name("users").billing_mode(BillingMode::PayPerRequest);
    let create = create.key_schema(key.expect("both are given")).attribute_definitions(pk.expect("both are given"));
    create.send().await.classify_with::<PydynoxException>(on_table("CreateTable", "users")).map(drop)
}
