//! A transaction that was cancelled: why, item by item.

use std::fmt;

use errtax::{Retry, RetryAdvice, ServiceError, category};
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use crate::PydynoxException;
use crate::item::Item;

/// Nothing of the transaction was done.
///
/// Its [`reasons`](Self::reasons) say whether to try again: only if each of them allows it.
///
/// ```
/// use errtax::{Retry, wire::{NO_HEADERS, aws_json}};
/// use pydynox::{PydynoxException, in_transaction};
///
/// let answer = |reasons: &str| {
///     let body = format!(
///         r#"{{"__type": "TransactionCanceledException", "Message": "cancelled", "CancellationReasons": [{reasons}]}}"#
///     );
///     let response = aws_json::decode(400, NO_HEADERS, body.as_bytes());
///     errtax::classify::<PydynoxException>(in_transaction("TransactWriteItems")(response))
/// };
/// let busy = r#"{"Code": "TransactionConflict"}"#;
/// let error = answer(&format!(r#"{{"Code": "None"}}, {busy}"#));
/// assert_eq!(error.to_string(), "cancelled [None, TransactionConflict]");
/// assert_eq!(error.retry_advice().retry(), Some(Retry::Transient));
///
/// let error = answer(&format!(r#"{busy}, {{"Code": "ConditionalCheckFailed"}}"#));
/// assert_eq!(error.retry_advice().retry(), Some(Retry::Never));
///
/// let error = answer(&format!(r#"{busy}, {{"Message": "no code"}}, {{"Code": null}}"#));
/// assert_eq!(error.to_string(), "cancelled [TransactionConflict, ?, ?]");
/// assert_eq!(error.retry_advice().retry(), None);
/// ```
#[derive(Debug, Error, ServiceError)]
#[error("{base}{}", Unsaid(.reasons, &.base.to_string()))]
#[service_error(retryable = Self::advice, also(category::Conflict))]
#[wire(service = "DynamoDB", code = "TransactionCanceledException", text("{message}", "Transaction was canceled"))]
pub struct TransactionCanceledException {
    #[service_error(base)]
    base: PydynoxException,
    /// Why, for each item of the request in its order.
    #[wire(member = "CancellationReasons", default)]
    pub reasons: Vec<CancellationReason>,
}

impl TransactionCanceledException {
    fn advice(&self) -> Option<RetryAdvice> {
        let reasons = self.reasons.iter().filter(|reason| reason.code != CancellationCode::None);
        let advice: Vec<_> = reasons.map(|reason| reason.code.retry()).collect();
        // The first of these that one reason says holds for all: what nobody knows is better not promised.
        let weakest = [Some(Retry::Never), None, Some(Retry::Throttling), Some(Retry::Transient)];
        weakest.into_iter().find(|retry| advice.contains(retry)).flatten().map(RetryAdvice::from)
    }
}

/// Why one item kept the transaction from being done, or that it did not.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CancellationReason {
    /// What went wrong: an empty [`Unknown`](CancellationCode::Unknown) where the answer does not say.
    #[serde(default = "unsaid", deserialize_with = "code")]
    pub code: CancellationCode,
    /// What the service says to humans.
    pub message: Option<String>,
    /// The item that is there, if it was asked for.
    pub item: Option<Item>,
}

/// What went wrong with an item of a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum CancellationCode {
    /// Nothing.
    None,
    /// Its condition was false.
    ConditionalCheckFailed,
    /// What belongs to one partition key became too large.
    ItemCollectionSizeLimitExceeded,
    /// Another request is changing it right now.
    TransactionConflict,
    /// The table has not enough capacity.
    ProvisionedThroughputExceeded,
    /// The table grows, and cannot take more yet.
    ThrottlingError,
    /// The request is wrong.
    ValidationError,
    /// A reason that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// The model lets the code be absent, and null is the same.
fn code<'de, D: Deserializer<'de>>(code: D) -> Result<CancellationCode, D::Error> {
    Ok(Option::deserialize(code)?.unwrap_or_else(unsaid))
}

fn unsaid() -> CancellationCode {
    CancellationCode::Unknown(String::new())
}

impl CancellationCode {
    fn retry(&self) -> Option<Retry> {
        match self {
            Self::TransactionConflict => Some(Retry::Transient),
            Self::ProvisionedThroughputExceeded | Self::ThrottlingError => Some(Retry::Throttling),
            Self::ConditionalCheckFailed | Self::ItemCollectionSizeLimitExceeded | Self::ValidationError => {
                Some(Retry::Never)
            }
            Self::None | Self::Unknown(_) => None,
        }
    }
}

/// As DynamoDB writes it into the message.
impl fmt::Display for CancellationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(code) if code.is_empty() => f.write_str("?"),
            Self::Unknown(code) => write!(f, "{}", code.escape_debug()),
            known => write!(f, "{known:?}"),
        }
    }
}

/// The reasons as DynamoDB lists them in its message, unless the text has that list already.
struct Unsaid<'a>(&'a [CancellationReason], &'a str);

impl fmt::Display for Unsaid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<_> = self.0.iter().map(|reason| reason.code.to_string()).collect();
        let list = format!("[{}]", codes.join(", "));
        if codes.is_empty() || self.1.contains(&list) { Ok(()) } else { write!(f, " {list}") }
    }
}
