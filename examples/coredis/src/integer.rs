//! Errors that stand in a number: replies of integers that mean something went wrong, for the commands that say so.

use std::time::Duration;

use errtax::ErrorResponse;

use crate::errors::{PersistenceError, RedisError, ReplicationError};

/// What `EXPIRETIME` and `PEXPIRETIME` answer with: a time since 1970 in seconds, or in milliseconds.
///
/// # Errors
///
/// [`NoKeyError`](crate::errors::NoKeyError) for -2, [`DataError`](crate::errors::DataError) for -1: the classes say so
/// themselves, as they do of codes.
///
/// ```
/// use coredis::{errors::NoKeyError, integer};
///
/// assert_eq!(integer::time(1_700_000_000).unwrap(), 1_700_000_000);
/// assert!(integer::time(-2).unwrap_err().is_a::<NoKeyError>());
/// assert_eq!(integer::time(-1).unwrap_err().to_string(), "the key does not expire");
/// ```
pub fn time(reply: i64) -> errtax::Result<u64> {
    let error = |_| errtax::classify::<RedisError>(ErrorResponse::new().with_code(reply.to_string()));
    u64::try_from(reply).map_err(error)
}

/// What `WAIT` answers with after `command`: how many replicas have it.
///
/// # Errors
///
/// [`ReplicationError`] where these are fewer than `replicas`.
///
/// ```
/// use std::time::Duration;
///
/// let error = coredis::integer::replicated("SET", 2, Duration::from_millis(100), 0).unwrap_err();
/// assert_eq!((error.replicas, error.reached), (2, 0));
/// assert_eq!(error.to_string(), "Command SET did not replicate to 2 replicas within 100 ms.");
/// ```
pub fn replicated(command: &str, replicas: u32, timeout: Duration, reached: i64) -> Result<(), ReplicationError> {
    if reached >= i64::from(replicas) {
        return Ok(());
    }
    Err(ReplicationError { command: command.to_owned(), replicas, timeout, reached })
}

/// What `WAITAOF` answers with after `command`: how many primaries (one, or none) and replicas have it on disk.
///
/// # Errors
///
/// [`PersistenceError`] where these are fewer than `local` and `replicas`.
///
/// ```
/// use std::time::Duration;
///
/// let error = coredis::integer::synced("SET", (1, 2), Duration::from_secs(2), (1, 0)).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "Command SET did not sync to the aof of 1 hosts and/or 2 replicas within 2000 ms.",
/// );
/// ```
pub fn synced(
    command: &str,
    (local, replicas): (u32, u32),
    timeout: Duration,
    reached: (i64, i64),
) -> Result<(), PersistenceError> {
    if reached.0 >= i64::from(local) && reached.1 >= i64::from(replicas) {
        return Ok(());
    }
    Err(PersistenceError { command: command.to_owned(), local, replicas, timeout, reached })
}
