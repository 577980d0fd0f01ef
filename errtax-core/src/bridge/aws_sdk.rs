//! What the AWS SDK for Rust fails with: any operation's `SdkError` as an [`ErrorResponse`].
//!
//! With [`Classify`](crate::Classify) in scope, the result of `send().await` has `classify` and `classify_with`.
//!
//! | `SdkError` | becomes |
//! |---|---|
//! | `ServiceError` | the raw answer, read by the wire that it came over: status, headers, body, code, message, request id, members. The SDK need not know the error. What the raw answer does not give is the SDK's: its `ErrorMetadata` |
//! | `ResponseError` | the raw status and headers, and a transport kind: the answer broke off ([`Transport::Io`], `Timeout`), or could not be read ([`Transport::Decode`]) |
//! | `TimeoutError` | [`Transport::Timeout`] |
//! | `DispatchFailure` | [`Transport::Credentials`], `Timeout`, `Dns`, `Connect`, `Tls`, `Io` or `Other`: by the types in the chain of its sources |
//! | `ConstructionFailure` | [`Transport::Build`], as the request never left; `Credentials` where these are missing |
//!
//! In each case the `SdkError` is kept as the response's [`source`](ErrorResponse::source).
//!
//! ```
//! use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
//! use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
//! use aws_smithy_types::error::ErrorMetadata;
//! use errtax::{Classify, ServiceError, Transport};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("orders")]
//! #[service_error(service = "dynamodb")]
//! struct OrdersError;
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("table {table} not found")]
//! #[service_error(parent = OrdersError, code = "ResourceNotFoundException")]
//! struct TableNotFound { #[wire(context)] table: String }
//!
//! # let answer = r#"{"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"}"#;
//! # let raw = HttpResponse::new(400.try_into().unwrap(), answer.into());
//! # let metadata = ErrorMetadata::builder().build();
//! // As `client.put_item().table_name("orders").send().await` gives it.
//! let sent: Result<(), SdkError<ErrorMetadata, HttpResponse>> = Err(SdkError::service_error(metadata, raw));
//! let noted = sent.classify_with::<OrdersError>(|response| response.with_context("table", "orders"));
//! assert_eq!(noted.unwrap_err().to_string(), "table orders not found");
//!
//! let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
//! let sent: Result<(), SdkError<ErrorMetadata, HttpResponse>> =
//!     Err(SdkError::dispatch_failure(ConnectorError::io(refused.into())));
//! let error = sent.classify::<OrdersError>().unwrap_err();
//! assert_eq!(error.response().unwrap().transport(), Some(Transport::Connect));
//! ```

mod failure;
mod retry;

use alloc::borrow::ToOwned;
use core::error::Error;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};

pub use self::retry::RetryClassifier;
use crate::response::ErrorResponse;
use crate::transport::Transport;
use crate::wire::aws;
use crate::wire::aws::retry::listed;

impl<E> From<SdkError<E, HttpResponse>> for ErrorResponse
where
    E: ProvideErrorMetadata + Error + Send + Sync + 'static,
{
    fn from(error: SdkError<E, HttpResponse>) -> Self {
        let response = match &error {
            SdkError::ServiceError(context) => completed(answer(context.raw()), context.err().meta()),
            SdkError::ResponseError(context) => unread(context.raw(), &error),
            SdkError::TimeoutError(_) => Self::unanswered(Transport::Timeout),
            SdkError::ConstructionFailure(_) => Self::unanswered(failure::of_request(&error)),
            _ => Self::unanswered(failure::kind(&error)),
        };
        response.with_source(error)
    }
}

/// An error answer, read by the wire that it came over.
fn answer(raw: &HttpResponse) -> ErrorResponse {
    // A body that was streamed is gone.
    let body = raw.body().bytes().unwrap_or_default();
    aws::decode(raw.status().as_u16(), raw.headers().iter_bytes(), body)
}

/// An answer that broke off or that the SDK could not read, and why.
fn unread(raw: &HttpResponse, error: &(dyn Error + 'static)) -> ErrorResponse {
    let response = if raw.status().is_success() {
        // No error answer: its body has no code, whatever its members are called.
        aws::keep(raw.status().as_u16(), raw.headers().iter_bytes(), raw.body().bytes().unwrap_or_default())
    } else {
        answer(raw)
    };
    response.with_transport(failure::of_answer(error))
}

/// The answer, completed by what the SDK has read and the answer does not give (its body was not kept, say).
fn completed(mut response: ErrorResponse, metadata: &ErrorMetadata) -> ErrorResponse {
    let said = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
    if let (None, Some(code)) = (response.code(), said(metadata.code())) {
        response = response.with_listed_retry(listed(&code)).with_code(code);
    }
    if let (None, Some(message)) = (response.message(), said(metadata.message())) {
        response = response.with_message(message);
    }
    if let (None, Some(id)) = (response.request_id(), said(metadata.extra(REQUEST_ID))) {
        response = response.with_request_id(id);
    }
    response
}

/// Under which key the SDK's crates keep the request id (in aws-types, `request_id`, which is private there).
const REQUEST_ID: &str = "aws_request_id";
