//! Through the AWS SDK for Rust: what the classes declare decides what it sends again.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_sdk_identitystore::config::retry::RetryConfig;
use aws_sdk_identitystore::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_identitystore::{Client, Config};
use errtax::Classify as _;
use errtax::aws_sdk::RetryClassifier;
use identitystore::{AwsError, ConflictException, ConflictReason, calling};

/// A service that answers every request so, and how often it did.
fn serve(status: u16, body: &'static str) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let given = Arc::clone(&count);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 8 * 1024]);
            given.fetch_add(1, Ordering::SeqCst);
            let length = body.len();
            let head = format!("HTTP/1.1 {status} \r\nconnection: close\r\nx-amzn-requestid: header-id\r\n");
            let _ = write!(stream, "{head}content-length: {length}\r\n\r\n{body}");
        }
    });
    (endpoint, count)
}

async fn describe_user(endpoint: &str) -> errtax::Error {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("id", "secret", None, None, "test"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(1)))
        .retry_classifier(RetryClassifier::<AwsError>::new())
        .endpoint_url(endpoint);
    let call = Client::from_conf(config.build()).describe_user().identity_store_id("d-1234567890").user_id("u-1");
    call.send().await.classify_with::<AwsError>(calling("DescribeUser")).unwrap_err()
}

#[tokio::test]
async fn a_concurrent_modification_is_sent_again() {
    let body = r#"{"__type": "ConflictException", "RequestId": "body-id", "Reason": "CONCURRENT_MODIFICATION"}"#;
    let (endpoint, count) = serve(400, body);
    let error = describe_user(&endpoint).await;
    assert_eq!(count.load(Ordering::SeqCst), 3);

    let conflict: &ConflictException = error.downcast_ref().unwrap();
    assert_eq!(conflict.reason, Some(ConflictReason::ConcurrentModification));
    assert_eq!(conflict.request_id.as_deref(), Some("body-id"));
    assert_eq!(error.request_id(), Some("header-id"));
}

#[tokio::test]
async fn a_uniqueness_constraint_is_not() {
    let (endpoint, count) =
        serve(400, r#"{"__type": "ConflictException", "Reason": "UNIQUENESS_CONSTRAINT_VIOLATION"}"#);
    let error = describe_user(&endpoint).await;
    assert_eq!(count.load(Ordering::SeqCst), 1);
    let conflict: &ConflictException = error.downcast_ref().unwrap();
    assert_eq!(conflict.reason, Some(ConflictReason::UniquenessConstraintViolation));
}
