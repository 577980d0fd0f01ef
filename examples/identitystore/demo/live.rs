//! The same against moto, through the AWS SDK for Rust.

use std::error::Error;

use aws_sdk_identitystore::config::retry::RetryConfig;
use aws_sdk_identitystore::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_identitystore::types::{AlternateIdentifier, UniqueAttribute};
use aws_sdk_identitystore::{Client, Config};
use errtax::Classify;
use identitystore::{AwsError, calling};
use testbed::Moto;

const STORE: &str = "d-1234567890";

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let moto = Moto::start()?;
    let client = client(moto.endpoint());
    let errors = [
        taken_name(&client).await,
        nobody(&client).await,
        wrong_attribute(&client).await,
        nobody(&self::client("http://127.0.0.1:1")).await,
    ];
    for error in errors.into_iter().filter_map(Result::err) {
        println!("{}", crate::shown(&error));
    }
    Ok(())
}

fn client(endpoint: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("id", "secret", None, None, "demo"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::disabled())
        .endpoint_url(endpoint);
    Client::from_conf(config.build())
}

/// Two users of one name.
async fn taken_name(client: &Client) -> errtax::Result<()> {
    for _ in 0..2 {
        let name = aws_sdk_identitystore::types::Name::builder().given_name("Ines").family_name("Duarte").build();
        let create = client.create_user().identity_store_id(STORE).user_name("ines").display_name("Ines").name(name);
        create.send().await.classify_with::<AwsError>(calling("CreateUser"))?;
    }
    Ok(())
}

async fn nobody(client: &Client) -> errtax::Result<()> {
    let describe = client.describe_user().identity_store_id(STORE).user_id("9067d4b4-0c51-4d5c-a1a5-e9c0f4bb1b5b");
    describe.send().await.classify_with::<AwsError>(calling("DescribeUser")).map(drop)
}

async fn wrong_attribute(client: &Client) -> errtax::Result<()> {
    let attribute = UniqueAttribute::builder().attribute_path("nope").attribute_value("x".into());
    let user = AlternateIdentifier::UniqueAttribute(attribute.build().expect("both are given"));
    let get = client.get_user_id().identity_store_id(STORE).alternate_identifier(user);
    get.send().await.classify_with::<AwsError>(calling("GetUserId")).map(drop)
}
