//! The SDK's own retries, told by a taxonomy.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::error::Error;
use core::{fmt, marker::PhantomData};

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction, RetryClassifierPriority};
use aws_smithy_types::retry::ErrorKind;

use super::{answer, failure, unread};
use crate::class::Class;
use crate::registry;
use crate::response::ErrorResponse;
use crate::retry::{Retry, RetryAdvice};
use crate::service_error::answer::declared;
use crate::transport::Transport;

/// Lets the SDK retry what the taxonomy under `Root` declares: for `retry_classifier` of a client's configuration.
///
/// Only what is *declared* speaks: the value's function, the matched rule, the class and its ancestors. Where they say
/// nothing, the SDK's own classifiers decide, which know the same code lists and statuses as errtax. It runs after
/// these, and so overrides them; `retryable = false` forbids a retry for good. A delay that the service asked for is
/// handed on.
///
/// It reads the raw answer, since the SDK does not tell a classifier the operation's error type; a `retryable` function
/// is called more than once per attempt, as the SDK calls classifiers more than once.
///
/// Nor does the SDK tell it the service and the operation: where rules ask for them, or for context, the one who
/// configures the client says them ([`with_service`](Self::with_service), [`with_operation`](Self::with_operation),
/// [`with_context`](Self::with_context)). Without a service, an answer is taken to be of the root's.
///
/// ```
/// use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
/// use errtax::{ServiceError, aws_sdk::RetryClassifier};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// #[service_error(service = "dynamodb")]
/// struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("somebody else holds the table")]
/// #[service_error(parent = OrdersError, code = "ResourceInUseException", retryable)]
/// struct InUse;
///
/// // For a real client: `aws_sdk_dynamodb::config::Builder::from(&shared).retry_classifier(…)`.
/// let classifier = SharedRetryClassifier::new(RetryClassifier::<OrdersError>::new());
/// ```
pub struct RetryClassifier<Root> {
    service: Option<String>,
    operation: Option<String>,
    context: Vec<(String, String)>,
    root: PhantomData<fn() -> Root>,
}

impl<Root: Class> RetryClassifier<Root> {
    /// A classifier by the registered classes in the subtree of `Root`.
    ///
    /// ```
    /// use errtax::{ServiceError, aws_sdk::RetryClassifier};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders")]
    /// # struct OrdersError;
    /// const CLASSIFIER: RetryClassifier<OrdersError> = RetryClassifier::new();
    /// ```
    pub const fn new() -> Self {
        Self { service: None, operation: None, context: Vec::new(), root: PhantomData }
    }

    /// For a client of that service: the rules of a service, and classes that state it, hold for its answers alone.
    ///
    /// ```
    /// use errtax::{ServiceError, aws_sdk::RetryClassifier};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("cloud")]
    /// # struct CloudError;
    /// // For the configuration of the S3 client.
    /// let classifier = RetryClassifier::<CloudError>::new().with_service("s3");
    /// ```
    pub fn with_service(self, service: impl Into<String>) -> Self {
        Self { service: Some(service.into()), ..self }
    }

    /// For one operation: `customize().config_override(…)` gives a call a classifier of its own.
    ///
    /// ```
    /// use errtax::{ServiceError, aws_sdk::RetryClassifier};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders")]
    /// # struct OrdersError;
    /// let classifier = RetryClassifier::<OrdersError>::new().with_operation("PutItem");
    /// ```
    pub fn with_operation(self, operation: impl Into<String>) -> Self {
        Self { operation: Some(operation.into()), ..self }
    }

    /// With what classes read as context, where a `retryable` function looks at it, or a class could not be built
    /// without it.
    ///
    /// ```
    /// use errtax::{ServiceError, aws_sdk::RetryClassifier};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)] #[error("orders")]
    /// # struct OrdersError;
    /// let classifier = RetryClassifier::<OrdersError>::new().with_context("region", "eu-central-1");
    /// ```
    pub fn with_context(mut self, key: impl Into<String>, value: impl fmt::Display) -> Self {
        self.context.push((key.into(), value.to_string()));
        self
    }

    /// A response with what the one who configures the client knows of it.
    fn noted(&self, mut response: ErrorResponse) -> ErrorResponse {
        if let Some(service) = &self.service {
            response = response.with_service(service);
        }
        if let Some(operation) = &self.operation {
            response = response.with_operation(operation);
        }
        self.context.iter().fold(response, |response, (key, value)| response.with_context(key, value))
    }
}

impl<Root: Class> ClassifyRetry for RetryClassifier<Root> {
    fn classify_retry(&self, attempt: &InterceptorContext) -> RetryAction {
        failed(attempt).map_or(RetryAction::NoActionIndicated, |response| {
            let error = registry::classify::<Root>(self.noted(response));
            action(declared(error.taxon(), error.response(), error.own_advice()))
        })
    }

    fn name(&self) -> &'static str {
        "errtax taxonomy"
    }

    /// After all of the SDK's own.
    fn priority(&self) -> RetryClassifierPriority {
        RetryClassifierPriority::run_after(RetryClassifierPriority::transient_error_classifier())
    }
}

/// What an attempt failed with; `None` where it did not.
fn failed(attempt: &InterceptorContext) -> Option<ErrorResponse> {
    let Some(Err(error)) = attempt.output_or_error() else { return None };
    Some(match attempt.response() {
        Some(raw) if error.is_operation_error() => answer(raw),
        _ if error.is_timeout_error() => ErrorResponse::unanswered(Transport::Timeout),
        raw => without_answer(raw, error),
    })
}

fn without_answer(raw: Option<&HttpResponse>, error: &(dyn Error + 'static)) -> ErrorResponse {
    match raw {
        Some(raw) => unread(raw, error),
        None => ErrorResponse::unanswered(failure::kind(error)),
    }
}

fn action(advice: RetryAdvice) -> RetryAction {
    let kind = match advice.retry() {
        None => return RetryAction::NoActionIndicated,
        Some(Retry::Never) => return RetryAction::RetryForbidden,
        Some(Retry::Transient) => ErrorKind::TransientError,
        Some(Retry::Throttling) => ErrorKind::ThrottlingError,
    };
    match advice.after() {
        Some(after) => RetryAction::retryable_error_with_explicit_delay(kind, after),
        None => RetryAction::retryable_error(kind),
    }
}

impl<Root> Clone for RetryClassifier<Root> {
    fn clone(&self) -> Self {
        let Self { service, operation, context, root } = self;
        Self { service: service.clone(), operation: operation.clone(), context: context.clone(), root: *root }
    }
}

impl<Root: Class> Default for RetryClassifier<Root> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Root: Class> fmt::Debug for RetryClassifier<Root> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RetryClassifier<{}>", Root::TAXON.name())
    }
}
