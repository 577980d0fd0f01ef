//! What this side finds by itself: errors that no service answers with.

use errtax::{ServiceError, category};
use serde_json::Value;
use thiserror::Error;

use crate::{EncryptionException, PydynoxException, ResourceNotFoundException, ValidationException};

/// A value that DynamoDB has no type for.
#[derive(Debug, Error, ServiceError)]
#[service_error(parent = PydynoxException, local, also(category::InvalidInput))]
pub enum SerializationException {
    /// Nothing of it is known.
    #[error(
        "Unsupported type for DynamoDB: {found}. Supported types: str, int, float, Decimal, bool, None, list, dict, bytes, set"
    )]
    Type {
        /// The class of the value.
        found: String,
    },
    /// A set needs an element.
    #[error("DynamoDB does not support empty sets")]
    EmptySet,
    /// A set has one type.
    #[error("{of} set must contain only {only}")]
    MixedSet {
        /// The type of the set.
        of: &'static str,
        /// What is in a set of that type.
        only: &'static str,
    },
    /// There are no sets of truth values.
    #[error("DynamoDB sets do not support booleans. Use a list instead.")]
    SetOfBooleans,
    /// There are no sets of these.
    #[error("Unsupported set element type: {found}. Sets can only contain strings, numbers, or bytes")]
    SetElement {
        /// The class of the first element.
        found: String,
    },
}

/// An item is larger than the model allows.
#[derive(Debug, Error, ServiceError)]
#[error("Item size {size} bytes exceeds max_size {max_size} bytes")]
#[service_error(parent = PydynoxException, local, also(category::InvalidInput))]
pub struct ItemTooLargeException {
    /// In bytes.
    pub size: usize,
    /// In bytes.
    pub max_size: usize,
    /// The key of the item, where it is known.
    pub item_key: Option<Value>,
}

/// A request that is not worth being sent.
#[derive(Debug, Error, ServiceError)]
#[service_error(parent = ValidationException, local)]
pub enum InvalidRequest {
    /// The token is empty, or too long.
    #[error("client_request_token must contain between 1 and 36 characters")]
    RequestToken,
    /// The table has other keys than locks need.
    #[error("Lock table requires partition key 'key' and no sort key")]
    LockTableKeys,
}

/// What was to be decrypted is nothing that was encrypted here.
#[derive(Debug, Error, ServiceError)]
#[service_error(parent = EncryptionException, local)]
pub enum InvalidEnvelope {
    /// It is not marked as one.
    #[error("Ciphertext must start with 'ENC:' prefix")]
    Prefix,
    /// It is no base64.
    #[error("Invalid base64: {reason}")]
    Base64 {
        /// What is wrong with it.
        reason: base64::DecodeError,
    },
    /// Another version has written it.
    #[error("Unsupported envelope version: {found}")]
    Version {
        /// That version.
        found: u8,
    },
    /// It is shorter than any envelope.
    #[error("Invalid envelope: too short")]
    TooShort,
    /// It ends before its key does.
    #[error("Invalid envelope: truncated DEK")]
    Truncated,
}

/// A table did not become active in time.
#[derive(Debug, Error, ServiceError)]
#[error("Timeout waiting for table '{table}' to become active")]
#[service_error(parent = PydynoxException, local, also(category::Timeout))]
pub struct TableNotActive {
    /// The table's name.
    pub table: String,
    /// What the service answered last, where that was an error.
    #[source]
    pub cause: Option<errtax::Error>,
}

/// There is no table for locks.
#[derive(Debug, Error, ServiceError)]
#[error("Lock table '{table}' does not exist")]
#[service_error(parent = ResourceNotFoundException, local)]
pub struct LockTableNotFound {
    /// The table's name.
    pub table: String,
}

/// The lock could not be had.
#[derive(Debug, Error, ServiceError)]
#[service_error(parent = PydynoxException, local)]
pub enum LockNotAcquired {
    /// Somebody else held it all the time.
    #[error("The lock was not available within the acquisition budget")]
    #[service_error(retryable)]
    Held,
    /// Its guard gave up.
    #[error("Lock acquisition was cancelled")]
    Cancelled,
    /// A guard is used a second time.
    #[error("Lock guards are single-use")]
    Reused,
}

/// The guard does not own the lock, or owns it no longer.
#[derive(Clone, Copy, Debug, Error, ServiceError)]
#[service_error(parent = PydynoxException, local, also(category::FailedPrecondition))]
pub enum LockLost {
    /// It never did.
    #[error("The lock is not held")]
    NotHeld,
    /// Its time is over, by the clock of this side.
    #[error("The local lease deadline expired")]
    Expired,
    /// Nobody confirmed in time that it was renewed.
    #[error("Renewal was not confirmed before the lease deadline")]
    NotRenewed,
    /// It was there when its time was over.
    #[error("Acquisition completed after its deadline")]
    TooLate,
    /// Somebody else has it.
    #[error("Another worker owns the lock")]
    Taken,
    /// Somebody else had it when it was to be released.
    #[error("Lock release no longer matches this acquisition")]
    TakenBeforeRelease,
    /// Its guard gave it up.
    #[error("Lock guard was cancelled")]
    Cancelled,
}

/// Whether the lock was released is not known.
#[derive(Debug, Error, ServiceError)]
#[error("Lock release could not be confirmed; the row may remain until recovery")]
#[service_error(parent = PydynoxException, local)]
pub struct LockReleaseError {
    /// What the release failed with.
    #[source]
    pub cause: Option<errtax::Error>,
}
