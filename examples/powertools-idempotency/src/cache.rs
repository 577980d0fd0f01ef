//! What the original finds out where its cache is constructed. The cache itself is not rebuilt.

use std::net::TcpStream;
use std::str::FromStr;

use crate::exceptions::{BaseError, IdempotencyPersistenceConfigError, IdempotencyPersistenceConnectionError};

/// How a cache is spoken to.
///
/// ```
/// use powertools_idempotency::CacheMode;
///
/// assert_eq!("cluster".parse::<CacheMode>().unwrap(), CacheMode::Cluster);
/// assert_eq!("sentinel".parse::<CacheMode>().unwrap_err().to_string(), "Mode sentinel not supported");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CacheMode {
    /// It is one server.
    Standalone,
    /// It is a cluster.
    Cluster,
}

impl FromStr for CacheMode {
    type Err = IdempotencyPersistenceConfigError;

    fn from_str(mode: &str) -> Result<Self, Self::Err> {
        let known = [("standalone", Self::Standalone), ("cluster", Self::Cluster)];
        let found = known.into_iter().find(|(name, _)| *name == mode);
        let unknown = || IdempotencyPersistenceConfigError(BaseError::new(format!("Mode {mode} not supported")));
        found.map(|(_, mode)| mode).ok_or_else(unknown)
    }
}

/// Connects to a cache, which the original's documentation promises of the construction, and its clients put off.
///
/// # Errors
///
/// [`IdempotencyPersistenceConnectionError`] where nothing answers there; the operating system's error is its source.
pub fn connect_to_cache(host: &str, port: u16) -> Result<TcpStream, IdempotencyPersistenceConnectionError> {
    let unreachable = |error| BaseError::wrapping("Could not to connect to Cache endpoint", error);
    TcpStream::connect((host, port)).map_err(|error| IdempotencyPersistenceConnectionError(unreachable(error)))
}
