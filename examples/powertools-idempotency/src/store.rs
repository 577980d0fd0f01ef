//! Where records are kept.

use std::time::SystemTime;

use crate::record::DataRecord;

/// Keeps a record for each key.
///
/// Its failures are classes of any tree: the layer asks each whether it may be tried again. Two of them it knows,
/// [`IdempotencyItemAlreadyExistsError`](crate::IdempotencyItemAlreadyExistsError) and
/// [`IdempotencyItemNotFoundError`](crate::IdempotencyItemNotFoundError). As in the original, it hands on unchanged an
/// [`IdempotencyValidationError`](crate::IdempotencyValidationError) of a put or a get, and an
/// [`IdempotencyKeyError`](crate::IdempotencyKeyError) of a put.
pub trait Store: Sync {
    /// Puts a record, unless one is there that still counts: one that has not expired, and that is not overdue at that
    /// time (see [`DataRecord::is_overdue_at`]). The two must be one step.
    ///
    /// # Errors
    ///
    /// [`IdempotencyItemAlreadyExistsError`](crate::IdempotencyItemAlreadyExistsError), with that record if it costs
    /// nothing; [`IdempotencyInvalidStatusError`](crate::IdempotencyInvalidStatusError), where the store has looked at
    /// that record, and its status is none; what the store fails with.
    fn put(&self, record: &DataRecord, now: SystemTime) -> impl Future<Output = errtax::Result<()>> + Send;

    /// The record of a key, as it was last written.
    ///
    /// # Errors
    ///
    /// [`IdempotencyItemNotFoundError`](crate::IdempotencyItemNotFoundError); what the store fails with.
    fn get(&self, key: &str) -> impl Future<Output = errtax::Result<DataRecord>> + Send;

    /// Notes status, expiry, response and hash of a record.
    ///
    /// # Errors
    ///
    /// What the store fails with.
    fn update(&self, record: &DataRecord) -> impl Future<Output = errtax::Result<()>> + Send;

    /// Deletes the record of a key, if there is one.
    ///
    /// # Errors
    ///
    /// What the store fails with.
    fn delete(&self, key: &str) -> impl Future<Output = errtax::Result<()>> + Send;
}
