//! What the utility raises: the original's classes, by its names, with its texts.
//!
//! Each is a [`BaseError`] and facts: `IdempotencyKeyError(BaseError::new("No data found"))`.

use std::error::Error as StdError;
use std::fmt;
use std::iter::successors;

use errtax::{Cause, Retry, RetryAdvice, ServiceError, category};
use thiserror::Error;

use crate::call::Call;
use crate::record::DataRecord;

/// What each class below has: a message, what else there is to say, and the error underneath.
///
/// ```
/// use powertools_idempotency::{BaseError, IdempotencyKeyError};
///
/// let base = BaseError::new("a").with_detail("b").with_detail("c");
/// let error = errtax::Error::new(IdempotencyKeyError(base));
/// assert_eq!(error.to_string(), "a - (bc)");
/// assert_eq!(error.message().as_deref(), Some("a"));
/// assert_eq!(error.downcast_ref::<BaseError>().unwrap().details.as_deref(), Some("bc")); // of any of them
/// ```
#[derive(Debug, Default, Error, ServiceError)]
#[error("{message}{}", in_parentheses(.message, .details.as_deref()))]
pub struct BaseError {
    /// What went wrong.
    #[wire(message, default)]
    pub message: String,
    /// Whatever else was said, one thing directly after the other.
    #[wire(member)]
    pub details: Option<String>,
    /// What it was raised from.
    #[source]
    #[wire(cause)]
    pub cause: Option<Cause>,
}

impl BaseError {
    /// An error with that message.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    /// The same error with something else to say.
    #[must_use]
    pub fn with_detail(self, detail: impl fmt::Display) -> Self {
        Self { details: Some(self.details.unwrap_or_default() + &detail.to_string()), ..self }
    }

    /// The same error, raised from another one: Python's `raise … from …`.
    #[must_use]
    pub fn with_cause(self, cause: impl Into<Cause>) -> Self {
        Self { cause: Some(cause.into()), ..self }
    }

    /// An error of which another one is the detail and the cause.
    ///
    /// ```
    /// use powertools_idempotency::BaseError;
    /// use std::{error::Error, fmt};
    ///
    /// let error = BaseError::wrapping("it failed", fmt::Error);
    /// assert_eq!(error.details, Some(fmt::Error.to_string()));
    /// assert!(error.source().unwrap().is::<fmt::Error>());
    /// ```
    pub fn wrapping(message: impl Into<String>, cause: impl Into<Cause>) -> Self {
        let cause = cause.into();
        Self::new(message).with_detail(&cause).with_cause(cause)
    }
}

fn in_parentheses(message: &str, details: Option<&str>) -> String {
    match details {
        Some(details) if !message.is_empty() && !details.is_empty() => format!(" - ({details})"),
        _ => String::new(),
    }
}

/// A live record of the key is there already.
///
/// ```
/// use powertools_idempotency::{BaseError, DataRecord, IdempotencyItemAlreadyExistsError, Status};
///
/// let there = DataRecord::new("orders#1", Status::Completed);
/// let base = BaseError::new("it exists").with_detail("of course");
/// let error = IdempotencyItemAlreadyExistsError { base, old_data_record: Some(there) };
/// assert_eq!(error.to_string(), "it exists - (of course) from [orders#1 COMPLETED]");
/// ```
#[derive(Debug, Default, ServiceError)]
#[service_error(status = 409, local, also(category::Conflict))]
pub struct IdempotencyItemAlreadyExistsError {
    /// What each class has.
    #[service_error(base)]
    pub base: BaseError,
    /// That record, where the store hands it out with its refusal.
    pub old_data_record: Option<DataRecord>,
}

impl fmt::Display for IdempotencyItemAlreadyExistsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.base.fmt(f)?;
        self.old_data_record.as_ref().map_or(Ok(()), |record| write!(f, " from [{record}]"))
    }
}

impl StdError for IdempotencyItemAlreadyExistsError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.base.source()
    }
}

/// There is no record of the key.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
#[service_error(also(category::NotFound))]
pub struct IdempotencyItemNotFoundError(#[service_error(base)] pub BaseError);

/// Another execution with the key has not ended yet. Its event may be sent again.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
#[service_error(status = 409, retryable, also(category::Conflict))]
pub struct IdempotencyAlreadyInProgressError(#[service_error(base)] pub BaseError);

/// A record has a status that is none.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
pub struct IdempotencyInvalidStatusError(#[service_error(base)] pub BaseError);

/// The key has been used before, with another payload.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
#[service_error(status = 422, retryable = false, also(category::InvalidInput))]
pub struct IdempotencyValidationError(#[service_error(base)] pub BaseError);

/// The store changed between a write and a read, more often than the layer tries again.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
#[service_error(status = 503, retryable)]
pub struct IdempotencyInconsistentStateError(#[service_error(base)] pub BaseError);

/// The store failed. Whether to try again, the causes say: a store that was throttled may be asked again, and one that
/// denies access may not. Where none of them says anything, it must not be tried again ([`Retry::Never`]), although the
/// status alone would say that it may.
///
/// What is tried again is the event, and so the handler: look whether it has run.
///
/// ```
/// use errtax::{ErrorResponse, Retry, ServiceError};
/// use powertools_idempotency::{Call, ClientError, IdempotencyPersistenceLayerError};
///
/// let failed = |call, code: &str| {
///     let cause = errtax::classify::<ClientError>(ErrorResponse::new().with_code(code));
///     IdempotencyPersistenceLayerError::of(call, cause)
/// };
/// assert_eq!(failed(Call::Put, "ThrottlingException").retry_advice().retry(), Some(Retry::Throttling));
/// assert_eq!(failed(Call::Put, "AccessDeniedException").retry_advice().retry(), Some(Retry::Never));
/// assert!(!failed(Call::Put, "ThrottlingException").handler_has_run());
/// assert!(failed(Call::Update, "ThrottlingException").handler_has_run());
/// ```
#[derive(Debug, Default, ServiceError)]
#[service_error(status = 503, local, retryable = Self::advice)]
pub struct IdempotencyPersistenceLayerError {
    /// What each class has.
    #[service_error(base)]
    pub base: BaseError,
    /// Which call of the store it was, where the layer says it. At [`Call::Update`] and [`Call::Delete`] the handler *has*
    /// run.
    pub call: Option<Call>,
    /// What the handler had failed with, where the record of its execution could not be deleted then.
    pub handler_error: Option<Cause>,
}

impl IdempotencyPersistenceLayerError {
    /// The failure of a call, in the original's words.
    pub fn of(call: Call, cause: impl Into<Cause>) -> Self {
        let message = match call {
            Call::Put => "Failed to save in progress record to idempotency store",
            Call::Get => "Failed to get record from idempotency store",
            Call::Update => "Failed to update record state to success in idempotency store",
            Call::Delete => "Failed to delete record from idempotency store",
        };
        Self { call: Some(call), ..BaseError::wrapping(message, cause).into() }
    }

    /// Whether the handler has run: its answer was not kept, or its record was not deleted. Its event is in progress until
    /// its deadline passes or its record expires, and the handler runs again after that.
    pub fn handler_has_run(&self) -> bool {
        self.call.is_some_and(Call::is_after_the_handler)
    }

    /// What the first of the causes says that says anything. Where none does, that it must not be tried again.
    fn advice(&self) -> Option<RetryAdvice> {
        let first = self.base.cause.as_ref().map(|cause| &**cause as &(dyn StdError + 'static));
        let mut said =
            successors(first, |&error| error.source()).filter_map(errtax::find).map(ServiceError::retry_advice);
        said.find(|advice| advice.retry().is_some()).or(Some(Retry::Never.into()))
    }
}

impl From<BaseError> for IdempotencyPersistenceLayerError {
    fn from(base: BaseError) -> Self {
        Self { base, ..Self::default() }
    }
}

/// The original's text; where the handler had failed as well, with what.
impl fmt::Display for IdempotencyPersistenceLayerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BaseError { message, details, .. } = &self.base;
        f.write_str(message)?;
        if let Some(error) = &self.handler_error {
            write!(f, " (the handler had failed with: {error})")?;
        }
        f.write_str(&in_parentheses(message, details.as_deref()))
    }
}

impl StdError for IdempotencyPersistenceLayerError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.base.source()
    }
}

/// The event has no key, and the configuration demands one.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
#[service_error(status = 400, retryable = false, also(category::InvalidInput))]
pub struct IdempotencyKeyError(#[service_error(base)] pub BaseError);

/// A response is not of the type that it is read as, or cannot be written as JSON.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
pub struct IdempotencyModelTypeError(#[service_error(base)] pub BaseError);

/// A serialiser has got no type at all. Only the original raises it: the compiler would not let that pass.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
pub struct IdempotencyNoSerializationModelError(#[service_error(base)] pub BaseError);

/// What was configured is not supported.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
pub struct IdempotencyPersistenceConfigError(#[service_error(base)] pub BaseError);

/// A cache cannot be reached. Its event may be sent again.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
#[service_error(retryable, also(category::Connection))]
pub struct IdempotencyPersistenceConnectionError(#[service_error(base)] pub BaseError);

/// A record lacks something, or was left behind. The original's cache keeps it to itself.
#[derive(Debug, Default, Error, ServiceError)]
#[error(transparent)]
pub struct IdempotencyPersistenceConsistencyError(#[service_error(base)] pub BaseError);
