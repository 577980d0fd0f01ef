//! What is kept of an execution.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::exceptions::{BaseError, IdempotencyInvalidStatusError};

/// How far an execution is.
///
/// ```
/// use powertools_idempotency::Status;
///
/// assert_eq!("INPROGRESS".parse::<Status>().unwrap(), Status::InProgress);
/// assert_eq!("LOST".parse::<Status>().unwrap_err().to_string(), "LOST");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It has not ended.
    InProgress,
    /// It has ended, and what it answered is kept.
    Completed,
    /// It counts no longer.
    Expired,
}

impl Status {
    /// The status as it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "INPROGRESS",
            Self::Completed => "COMPLETED",
            Self::Expired => "EXPIRED",
        }
    }
}

impl FromStr for Status {
    type Err = IdempotencyInvalidStatusError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let all = [Self::InProgress, Self::Completed, Self::Expired];
        let known = all.into_iter().find(|status| status.as_str() == text);
        known.ok_or_else(|| IdempotencyInvalidStatusError(BaseError::new(text)))
    }
}

/// The record of an execution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataRecord {
    /// Which event it was: a prefix, `#`, and a hash.
    pub idempotency_key: String,
    /// The same, where the table has a sort key; `idempotency_key` is the partition's then.
    pub sort_key: Option<String>,
    /// How far it is, expiry aside, as it is stored, which may be anything: see [`status_at`](Self::status_at).
    pub status: String,
    /// Until when it counts, in seconds since 1970.
    pub expiry_timestamp: Option<u64>,
    /// Until when the execution may take, in milliseconds since 1970.
    pub in_progress_expiry_timestamp: Option<u64>,
    /// What the handler answered, as JSON; empty while it has not.
    pub response_data: String,
    /// The hash of what must be the same of each event with the key; empty where nothing must.
    pub payload_hash: String,
}

impl DataRecord {
    /// A record with nothing but a key and a status.
    pub fn new(idempotency_key: impl Into<String>, status: Status) -> Self {
        Self {
            idempotency_key: idempotency_key.into(),
            sort_key: None,
            status: status.as_str().to_owned(),
            expiry_timestamp: None,
            in_progress_expiry_timestamp: None,
            response_data: String::new(),
            payload_hash: String::new(),
        }
    }

    /// How far it is at that time.
    ///
    /// # Errors
    ///
    /// [`IdempotencyInvalidStatusError`] where it counts, and its status is none.
    ///
    /// ```
    /// use powertools_idempotency::{DataRecord, Status};
    /// use std::time::{Duration, UNIX_EPOCH};
    ///
    /// let mut record = DataRecord::new("orders#1", Status::Completed);
    /// record.expiry_timestamp = Some(7);
    /// assert_eq!(record.status_at(UNIX_EPOCH + Duration::from_secs(7)).unwrap(), Status::Completed);
    /// assert_eq!(record.status_at(UNIX_EPOCH + Duration::from_secs(8)).unwrap(), Status::Expired);
    ///
    /// record.status = "LOST".into();
    /// assert_eq!(record.status_at(UNIX_EPOCH + Duration::from_secs(7)).unwrap_err().to_string(), "LOST");
    /// assert_eq!(record.status_at(UNIX_EPOCH + Duration::from_secs(8)).unwrap(), Status::Expired);
    /// ```
    pub fn status_at(&self, now: SystemTime) -> Result<Status, IdempotencyInvalidStatusError> {
        let is_expired = self.expiry_timestamp.is_some_and(|expiry| expiry < seconds(now));
        if is_expired { Ok(Status::Expired) } else { self.status.parse() }
    }

    /// Whether it is in progress, and should have ended before that time.
    pub fn is_overdue_at(&self, now: SystemTime) -> bool {
        let deadline = self.in_progress_expiry_timestamp.filter(|_| self.status == Status::InProgress.as_str());
        deadline.is_some_and(|deadline| deadline < millis(now))
    }
}

/// The key and the status: what was answered is nobody's business.
impl fmt::Display for DataRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.sort_key.as_ref().unwrap_or(&self.idempotency_key), self.status)
    }
}

/// Seconds since 1970; of any time before, none.
pub(crate) fn seconds(time: SystemTime) -> u64 {
    since_1970(time).as_secs()
}

/// Milliseconds since 1970; of any time before, none.
pub(crate) fn millis(time: SystemTime) -> u64 {
    u64::try_from(since_1970(time).as_millis()).unwrap_or(u64::MAX)
}

fn since_1970(time: SystemTime) -> Duration {
    time.duration_since(UNIX_EPOCH).unwrap_or_default()
}
