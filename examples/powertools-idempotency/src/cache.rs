//! What the original finds out where its cache is constructed. The cache itself is not rebuilt.

use std::str::FromStr;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;

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

/// Connects to a cache, which the original's documentation promises of the construction, and its clients put off. Needs
/// a runtime of tokio with time and I/O.
///
/// # Errors
///
/// [`IdempotencyPersistenceConnectionError`] where nothing answers there, or not `within` that time; the operating
/// system's error is its source.
pub async fn connect_to_cache(
    host: &str,
    port: u16,
    within: Duration,
) -> Result<TcpStream, IdempotencyPersistenceConnectionError> {
    let connected = timeout(within, TcpStream::connect((host, port))).await.unwrap_or_else(|late| Err(late.into()));
    let unreachable = |error| BaseError::wrapping("Could not to connect to Cache endpoint", error);
    connected.map_err(|error| IdempotencyPersistenceConnectionError(unreachable(error)))
}
