//! The program of the README, word for word. It needs AWS credentials, or says that there are none.

use aws_sdk_dynamodb::{Client, types::AttributeValue};
use errtax::{Classify, ServiceError, catch, category};

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("orders")]
#[service_error(service = "dynamodb")]
struct OrdersError;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("table {table} not found")]
#[service_error(parent = OrdersError, code = "ResourceNotFoundException", also(category::NotFound))]
struct TableNotFound {
    #[wire(context)]
    table: String,
}

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("no AWS credentials")]
#[service_error(parent = OrdersError, also(category::Unauthenticated))]
#[wire(transport(credentials))]
struct NotLoggedIn;

async fn put(client: &Client, table: &str, id: &str) -> errtax::Result<()> {
    let put = client.put_item().table_name(table).item("id", AttributeValue::S(id.to_owned()));
    let noted = |response: errtax::ErrorResponse| response.with_operation("PutItem").with_context("table", table);
    put.send().await.classify_with::<OrdersError>(noted)?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let config = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
    let Err(error) = put(&Client::new(&config), "orders", "A-7").await else { return };
    catch!(error => {
        e: TableNotFound => println!("create the table {} first", e.table),
        e: NotLoggedIn => println!("{e}: run `aws sso login`"),
        _ => println!("{:#}", errtax::report(&error)),
    });
}
