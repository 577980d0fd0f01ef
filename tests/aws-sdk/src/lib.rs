//! A taxonomy, and the SDK's errors made by hand of the SDK's own types.
#![forbid(unsafe_code)]

use std::error::Error;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use errtax::{Retry, RetryAdvice, ServiceError};

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("orders")]
#[service_error(service = "dynamodb")]
pub struct OrdersError;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("table {table:?} not found")]
#[service_error(parent = OrdersError, code = "ResourceNotFoundException")]
pub struct TableNotFound {
    #[wire(context)]
    pub table: Option<String>,
}

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("somebody else holds the table")]
#[service_error(parent = OrdersError, code = "ResourceInUseException", retryable)]
pub struct InUse;

/// The SDK retries a status of 503: this class forbids it.
#[derive(Debug, thiserror::Error, ServiceError)]
#[error("closed for good")]
#[service_error(parent = OrdersError, code = "Closed", status = 503, retryable = false)]
pub struct Closed;

/// Says itself whether to try again.
#[derive(Debug, thiserror::Error, ServiceError)]
#[error("the lease is held")]
#[service_error(parent = OrdersError, code = "Leased", retryable = Leased::advice)]
pub struct Leased {
    #[wire(member, default)]
    shared: bool,
}

impl Leased {
    fn advice(&self) -> Option<RetryAdvice> {
        self.shared.then(|| Retry::Throttling.into())
    }
}

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("out of time")]
#[service_error(parent = OrdersError, retryable)]
#[wire(transport(timeout))]
pub struct TooLate;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("log in first")]
#[service_error(parent = OrdersError, retryable = false)]
#[wire(transport(credentials))]
pub struct NotLoggedIn;

/// What the SDK generates for an operation: errors that it models, and the rest.
#[derive(Debug, thiserror::Error)]
pub enum PutItemError {
    #[error("ResourceNotFoundException")]
    ResourceNotFoundException(ErrorMetadata),
    #[error("unhandled error")]
    Unhandled(ErrorMetadata),
}

impl ProvideErrorMetadata for PutItemError {
    fn meta(&self) -> &ErrorMetadata {
        let (Self::ResourceNotFoundException(metadata) | Self::Unhandled(metadata)) = self;
        metadata
    }
}

pub type PutItemFailure = SdkError<PutItemError, HttpResponse>;

/// An error of somebody else's, with a source: as hyper and the TLS libraries wrap theirs.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Around(pub &'static str, #[source] pub Box<dyn Error + Send + Sync>);

pub fn raw(status: u16, headers: &[(&'static str, &'static str)], body: impl Into<SdkBody>) -> HttpResponse {
    let mut raw = HttpResponse::new(status.try_into().unwrap(), body.into());
    for (name, value) in headers {
        raw.headers_mut().append(*name, *value);
    }
    raw
}
