//! The SDK itself, against servers on loopback: what the tests beside this one make by hand is what it gives.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Builder, Config, Credentials, Region};
use errtax::aws_sdk::RetryClassifier;
use errtax::{Classify, Transport};
use errtax_aws_sdk_tests::{InUse, NotLoggedIn, OrdersError, TableNotFound};

fn config(endpoint: &str) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("id", "secret", None, None, "test"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::disabled())
        .endpoint_url(format!("http://{endpoint}"))
}

/// A server that gives one answer a connection, the last of them again and again; and how many it has given.
fn serve(answers: Vec<String>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let given = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&given);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 64 * 1024]);
            let answer = &answers[count.fetch_add(1, Ordering::SeqCst).min(answers.len() - 1)];
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (address, given)
}

async fn list(config: Builder) -> errtax::Result<()> {
    Client::from_conf(config.build()).list_tables().send().await.classify::<OrdersError>().map(drop)
}

async fn failure(config: Builder) -> (Option<Transport>, errtax::Error) {
    let error = list(config).await.unwrap_err();
    (error.response().unwrap().transport(), error)
}

fn answer(status: u16, body: &str) -> String {
    format!("HTTP/1.1 {status} \r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

fn error(code: &str) -> String {
    answer(400, &format!(r#"{{"__type": "com.amazonaws.dynamodb#{code}"}}"#))
}

#[tokio::test]
async fn an_answer_is_classified() {
    let (transport, error) = failure(config(&serve(vec![error("ResourceNotFoundException")]).0)).await;
    assert_eq!(transport, None);
    assert!(error.downcast_ref::<TableNotFound>().is_some(), "{error:?}");
    assert_eq!(error.response().unwrap().status(), Some(400));
}

#[tokio::test]
async fn no_credentials() {
    let none = Config::builder().behavior_version(BehaviorVersion::latest()).region(Region::new("us-east-1"));
    let client = || aws_smithy_http_client::Builder::new().build_http();
    let (transport, error) = failure(none.http_client(client())).await;
    assert_eq!(transport, Some(Transport::Credentials));
    assert!(error.downcast_ref::<NotLoggedIn>().is_some());

    // A provider that finds none: the default chain, where nothing is configured, gives this error.
    #[derive(Debug)]
    struct Nothing;
    impl aws_credential_types::provider::ProvideCredentials for Nothing {
        fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            let error = aws_credential_types::provider::error::CredentialsError::not_loaded_no_source();
            aws_credential_types::provider::future::ProvideCredentials::ready(Err(error))
        }
    }
    assert_eq!(failure(config("127.0.0.1:1").credentials_provider(Nothing)).await.0, Some(Transport::Credentials));
}

#[tokio::test]
async fn no_connection() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(failure(config(&free.to_string())).await.0, Some(Transport::Connect));
    assert_eq!(failure(config("nowhere.invalid:80")).await.0, Some(Transport::Dns));
    // Closed without an answer, and in the middle of one.
    let half = answer(200, r#"{"TableNames": []}"#).replace(" []}", "");
    for answered in [String::new(), half] {
        assert_eq!(failure(config(&serve(vec![answered]).0)).await.0, Some(Transport::Io));
    }
}

#[tokio::test]
async fn no_answer_in_time() {
    // Accepts, by its backlog, and never answers.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap().to_string();
    let after = Duration::from_millis(50);
    for timeout in [
        TimeoutConfig::builder().read_timeout(after),
        TimeoutConfig::builder().operation_timeout(after),
        TimeoutConfig::builder().operation_attempt_timeout(after),
    ] {
        assert_eq!(failure(config(&address).timeout_config(timeout.build())).await.0, Some(Transport::Timeout));
    }
}

#[tokio::test]
async fn the_sdk_retries_what_the_taxonomy_declares() {
    let retried = RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(1));
    let answers = || vec![error("ResourceInUseException"), error("ResourceInUseException"), answer(200, "{}")];
    let (address, given) = serve(answers());
    let failed = list(config(&address).retry_config(retried.clone())).await.unwrap_err();
    assert!(failed.downcast_ref::<InUse>().is_some());
    assert_eq!(given.load(Ordering::SeqCst), 1); // by the SDK's own judgement

    let (address, given) = serve(answers());
    let classifier = RetryClassifier::<OrdersError>::new();
    list(config(&address).retry_config(retried).retry_classifier(classifier)).await.unwrap();
    assert_eq!(given.load(Ordering::SeqCst), 3);
}

/// A file of the repository that is not there would be a mistake of this test.
#[test]
fn the_readme_shows_the_example_as_it_is() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md")).unwrap();
    let example = include_str!("../examples/orders.rs");
    let program = example.split_once("\n\n").unwrap().1; // without the head of the file
    assert!(readme.contains(program));
}
