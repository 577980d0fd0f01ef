//! A client of the shop: what it was answered becomes a class again, and the class says whether to try again.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use axum::http::{Request, Response};
use backon::{ExponentialBuilder, Retryable};
use errtax::{Classify, ErrorResponse, Transport};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::{self, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;

use crate::cases::Case;
use crate::errors::ShopError;
use crate::wires::Wire;

/// A client of the shop at one address, which asks for its errors in one wire.
#[derive(Debug)]
pub struct Client {
    http: legacy::Client<HttpConnector, Full<Bytes>>,
    address: SocketAddr,
    wire: Wire,
}

/// A failure below HTTP.
type Failure = Box<dyn std::error::Error + Send + Sync>;

impl Client {
    /// One that has asked for nothing yet.
    pub fn new(address: SocketAddr, wire: Wire) -> Self {
        let http = legacy::Client::builder(TokioExecutor::new()).build_http();
        Self { http, address, wire }
    }

    /// Sends a request until it is answered well, or until the error says that it is no use.
    ///
    /// Whether trying again may *help* is what the error knows. Whether it is *safe* is not: a payment that was answered
    /// late may have been made, so that only idempotent requests are repeated (RFC 9110 §9.2.2).
    ///
    /// `failed` is told of each attempt that failed.
    ///
    /// # Errors
    ///
    /// That of the last attempt, as a class of the shop's.
    pub async fn call(&self, case: &Case, failed: impl Fn(&errtax::Error)) -> errtax::Result<Bytes> {
        let attempt = || async { self.attempt(case).await.inspect_err(&failed) };
        attempt
            .retry(ExponentialBuilder::default().with_min_delay(Duration::from_millis(10)).with_max_times(2))
            .sleep(tokio::time::sleep)
            .when(|error| case.method.is_idempotent() && error.is_retryable())
            .adjust(errtax::Error::adjust_delay)
            .await
    }

    /// Sends a request once.
    ///
    /// # Errors
    ///
    /// A class of the shop's: which one, the registry knows.
    pub async fn attempt(&self, case: &Case) -> errtax::Result<Bytes> {
        self.answered(case).await.classify::<ShopError>()
    }

    /// The answer's body, or what went wrong, as data.
    async fn answered(&self, case: &Case) -> Result<Bytes, ErrorResponse> {
        let response = self.exchange(case).await.map_err(unanswered)?;
        let (parts, body) = response.into_parts();
        if parts.status.is_success() {
            return Ok(body);
        }
        Err(self.wire.decode(parts.status, &parts.headers, &body))
    }

    /// The answer as it came.
    ///
    /// # Errors
    ///
    /// Where none came.
    pub async fn exchange(&self, case: &Case) -> Result<Response<Bytes>, Failure> {
        let request = Request::builder()
            .method(&case.method)
            .uri(format!("http://{}{}", self.address, case.path))
            .header(ACCEPT, self.wire.content_type())
            .header(CONTENT_TYPE, "application/json");
        let request = match case.authorization {
            "" => request,
            authorization => request.header(AUTHORIZATION, authorization),
        };
        let response = self.http.request(request.body(Full::from(case.body))?).await?;
        let (parts, body) = response.into_parts();
        Ok(Response::from_parts(parts, body.collect().await?.to_bytes()))
    }
}

/// No answer: what the network says of it.
fn unanswered(failure: Failure) -> ErrorResponse {
    let is_connect = failure.downcast_ref::<legacy::Error>().is_some_and(legacy::Error::is_connect);
    let transport = if is_connect { Transport::Connect } else { Transport::Other };
    ErrorResponse::new().with_transport(transport).with_source(failure)
}
