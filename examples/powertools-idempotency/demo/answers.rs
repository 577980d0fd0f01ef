//! Recorded answers where the SDK expects DynamoDB: everything above the connection is real.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::{Client, Config};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;

/// An answer, or none.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// Status and body.
    Http(u16, String),
    /// Nobody answers.
    Refused,
}

impl Answer {
    /// An error of DynamoDB: its code, and further members, a comma before each.
    pub(crate) fn error(code: &str, members: &str) -> Self {
        Self::Http(400, format!(r#"{{"__type": "com.amazonaws.dynamodb.v20120810#{code}"{members}}}"#))
    }

    /// It was done; of a read, there is no item.
    pub(crate) fn done() -> Self {
        Self::Http(200, "{}".to_owned())
    }
}

/// The answers, one a request, and the requests.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers(Arc<Mutex<Exchanged>>);

#[derive(Debug, Default)]
struct Exchanged {
    left: VecDeque<Answer>,
    requests: Vec<(String, String)>,
}

impl Answers {
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let left = answers.into_iter().collect();
        Self(Arc::new(Mutex::new(Exchanged { left, requests: Vec::new() })))
    }

    /// A client that gets them.
    pub(crate) fn client(&self) -> Client {
        let connector = SharedHttpConnector::new(self.clone());
        client(http_client_fn(move |_, _| connector.clone()), "http://localhost")
    }

    /// Operation and body of each request so far.
    pub(crate) fn requests(&self) -> Vec<(String, String)> {
        self.exchanged().requests.clone()
    }

    fn exchanged(&self) -> MutexGuard<'_, Exchanged> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let operation = request.headers().get("x-amz-target").and_then(|target| target.split_once('.'));
        let body = String::from_utf8_lossy(request.body().bytes().unwrap_or_default()).into_owned();
        let mut exchanged = self.exchanged();
        exchanged.requests.push((operation.map(|(_, operation)| operation.to_owned()).unwrap_or_default(), body));
        match exchanged.left.pop_front() {
            Some(Answer::Http(status, body)) => {
                let status = status.try_into().map_err(|error| ConnectorError::user(Box::new(error)))?;
                Ok(HttpResponse::new(status, body.into()))
            }
            Some(Answer::Refused) => Err(ConnectorError::io(io::Error::from(io::ErrorKind::ConnectionRefused).into())),
            None => Err(ConnectorError::user("no answer is left".into())),
        }
    }
}

impl HttpConnector for Answers {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(self.next(&request))
    }
}

/// A client of DynamoDB at that address, which sends each request once.
pub(crate) fn client(http: SharedHttpClient, endpoint: &str) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("id", "secret", None, None, "demo"))
        .http_client(http)
        .retry_config(RetryConfig::disabled())
        .endpoint_url(endpoint);
    Client::from_conf(config.build())
}
