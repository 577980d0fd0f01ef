//! What of an event counts, and for how long.

use std::time::Duration;

use jmespath::Expression;
use serde_json::Value;

use crate::call::Call;
use crate::exceptions::{
    BaseError, IdempotencyKeyError, IdempotencyPersistenceConfigError, IdempotencyPersistenceLayerError,
};
use crate::functions::RUNTIME;
use crate::hash::hash;

/// Which part of an event is its key, which part must stay the same, and for how long a record counts.
///
/// ```
/// use powertools_idempotency::Config;
/// use serde_json::json;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let config = Config::new("orders").with_event_key("[customer, order]")?;
/// let key = config.key(&json!({"customer": "ines", "order": 7, "sent": "10:02"}))?;
/// assert_eq!(key, config.key(&json!({"customer": "ines", "order": 7, "sent": "10:03"}))?);
/// assert_ne!(key, config.key(&json!({"customer": "ines", "order": 8, "sent": "10:02"}))?);
/// assert!(config.with_event_key("[").is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Config {
    key_prefix: String,
    event_key: Option<Expression<'static>>,
    payload_validation: Option<Expression<'static>>,
    raises_without_key: bool,
    expires_after: Duration,
}

impl Config {
    /// The whole event is the key, for an hour. The prefix keeps the events of one function from those of others in the
    /// same table; the original's is the function's name.
    pub fn new(key_prefix: impl Into<String>) -> Self {
        Self {
            key_prefix: key_prefix.into(),
            event_key: None,
            payload_validation: None,
            raises_without_key: false,
            expires_after: Duration::from_hours(1),
        }
    }

    /// The key is what this `JMESPath` expression finds. As in the original, it may call `powertools_json` and
    /// `powertools_base64`, which read a text.
    ///
    /// ```
    /// use powertools_idempotency::Config;
    /// use serde_json::json;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let config = Config::new("orders").with_event_key("powertools_json(body).id")?;
    /// assert!(config.key(&json!({"body": r#"{"id": 7}"#}))?.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`IdempotencyPersistenceConfigError`] where it is no expression.
    pub fn with_event_key(self, expression: &str) -> Result<Self, IdempotencyPersistenceConfigError> {
        Ok(Self { event_key: Some(compiled(expression)?), ..self })
    }

    /// What this `JMESPath` expression finds must be the same in each event with the same key.
    ///
    /// # Errors
    ///
    /// As [`with_event_key`](Self::with_event_key).
    pub fn with_payload_validation(self, expression: &str) -> Result<Self, IdempotencyPersistenceConfigError> {
        Ok(Self { payload_validation: Some(compiled(expression)?), ..self })
    }

    /// An event without a key is an error. It is handled as if there were no layer otherwise.
    #[must_use]
    pub fn raising_without_key(self) -> Self {
        Self { raises_without_key: true, ..self }
    }

    /// For how long a record counts.
    #[must_use]
    pub fn with_expires_after(self, expires_after: Duration) -> Self {
        Self { expires_after, ..self }
    }

    /// The key of an event, if it has one: the prefix, `#`, and a hash.
    ///
    /// # Errors
    ///
    /// [`IdempotencyKeyError`] where it has none and must; [`IdempotencyPersistenceLayerError`] of [`Call::Put`] where the
    /// expression does not fit the event, as in the original, which finds the key where it puts the record.
    pub fn key(&self, event: &Value) -> errtax::Result<Option<String>> {
        let key = found(self.event_key.as_ref(), event)?;
        match (is_missing(&key), self.raises_without_key) {
            (false, _) => Ok(Some(format!("{}#{}", self.key_prefix, hash(key).map_err(unsaved)?))),
            (true, false) => Ok(None),
            (true, true) => {
                let base = BaseError::new("No data found to create a hashed idempotency_key");
                Err(IdempotencyKeyError(base).into())
            }
        }
    }

    /// The hash of what must stay the same; empty where nothing must.
    ///
    /// # Errors
    ///
    /// [`IdempotencyPersistenceLayerError`] of [`Call::Put`] where the expression does not fit the event.
    pub fn payload_hash(&self, event: &Value) -> errtax::Result<String> {
        match &self.payload_validation {
            Some(expression) => hash(found(Some(expression), event)?).map_err(unsaved),
            None => Ok(String::new()),
        }
    }

    /// The expression of the key, as it was written.
    pub(crate) fn event_key(&self) -> &str {
        self.event_key.as_ref().map_or("", |expression| expression.as_str())
    }

    pub(crate) fn validates_payload(&self) -> bool {
        self.payload_validation.is_some()
    }

    pub(crate) fn expires_after(&self) -> Duration {
        self.expires_after
    }
}

fn unsaved(cause: impl Into<errtax::Cause>) -> errtax::Error {
    IdempotencyPersistenceLayerError::of(Call::Put, cause).into()
}

fn compiled(expression: &str) -> Result<Expression<'static>, IdempotencyPersistenceConfigError> {
    let invalid = |error| {
        IdempotencyPersistenceConfigError(BaseError::wrapping(format!("`{expression}` is no expression"), error))
    };
    RUNTIME.compile(expression).map_err(invalid)
}

fn found(expression: Option<&Expression<'_>>, event: &Value) -> errtax::Result<Value> {
    let Some(expression) = expression else { return Ok(event.clone()) };
    let found = expression.search(event).map_err(unsaved)?;
    serde_json::to_value(found).map_err(unsaved)
}

/// As the original has it: nothing, or a list or map of nothing.
fn is_missing(key: &Value) -> bool {
    match key {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.iter().all(Value::is_null),
        Value::Object(members) => members.values().all(Value::is_null),
    }
}
