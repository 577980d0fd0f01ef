//! The same in a table on moto.

use std::error::Error;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::{AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType};
use powertools_idempotency::{DynamoDbStore, Idempotency};
use testbed::Moto;

use crate::answers::client;
use crate::orders::{self, config, event_of};
use crate::show;

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let moto = Moto::start()?;
    let http = || aws_smithy_http_client::Builder::new().build_http();
    let dynamodb = client(http(), moto.endpoint());
    create_table(&dynamodb).await?;
    orders::show_all(DynamoDbStore::new(dynamodb.clone(), "orders")).await?;
    println!();
    let nowhere = client(http(), "http://127.0.0.1:1");
    for (what, client, table) in [("no such table", dynamodb, "nothing"), ("nobody there", nowhere, "orders")] {
        let layer = Idempotency::new(config()?, DynamoDbStore::new(client, table));
        show(what, layer.handle(&event_of("A-7 for 12"), None, async || Ok("placed".to_owned())).await);
    }
    Ok(())
}

async fn create_table(dynamodb: &Client) -> Result<(), Box<dyn Error>> {
    let key = KeySchemaElement::builder().attribute_name("id").key_type(KeyType::Hash).build()?;
    let id = AttributeDefinition::builder().attribute_name("id").attribute_type(ScalarAttributeType::S).build()?;
    let create = dynamodb.create_table().table_name("orders").billing_mode(BillingMode::PayPerRequest);
    create.key_schema(key).attribute_definitions(id).send().await?;
    Ok(())
}
