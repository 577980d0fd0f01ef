//! Recorded answers where the SDK expects a service: everything above the connection is real.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

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
    /// Nobody answers in time.
    Late,
}

impl Answer {
    /// An error of a JSON service: its code, and further members, a comma before each.
    pub(crate) fn json(code: &str, members: &str) -> Self {
        Self::Http(400, format!(r#"{{"__type": "com.amazonaws.dynamodb.v20120810#{code}"{members}}}"#))
    }

    /// An error of S3.
    pub(crate) fn xml(status: u16, code: &str) -> Self {
        Self::Http(status, format!("<Error><Code>{code}</Code><Message>recorded</Message></Error>"))
    }

    /// It was done.
    pub(crate) fn done() -> Self {
        Self::Http(200, "{}".to_owned())
    }
}

/// The answers, one a request, and how many requests there were.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    left: Arc<Mutex<VecDeque<Answer>>>,
}

impl Answers {
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self { left: Arc::new(Mutex::new(answers.into_iter().collect())) }
    }

    /// For the configuration of a client.
    pub(crate) fn http_client(&self) -> SharedHttpClient {
        let connector = SharedHttpConnector::new(self.clone());
        http_client_fn(move |_, _| connector.clone())
    }

    /// The next of them.
    pub(crate) fn next(&self) -> Result<HttpResponse, ConnectorError> {
        match self.left.lock().unwrap_or_else(PoisonError::into_inner).pop_front() {
            Some(Answer::Http(status, body)) => {
                let status = status.try_into().map_err(|error| ConnectorError::user(Box::new(error)))?;
                Ok(HttpResponse::new(status, body.into()))
            }
            Some(Answer::Late) => Err(ConnectorError::timeout(io::Error::from(io::ErrorKind::TimedOut).into())),
            Some(Answer::Refused) => Err(ConnectorError::io(io::Error::from(io::ErrorKind::ConnectionRefused).into())),
            None => Err(ConnectorError::user("no answer is left".into())),
        }
    }
}

impl HttpConnector for Answers {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::ready(self.next())
    }
}
