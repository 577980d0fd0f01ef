//! What the original finds out where its cache is constructed. The cache itself is not rebuilt.

use std::io;
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
    let connected = in_time(within, TcpStream::connect((host, port))).await;
    let unreachable = |error| BaseError::wrapping("Could not to connect to Cache endpoint", error);
    connected.map_err(|error| IdempotencyPersistenceConnectionError(unreachable(error)))
}

async fn in_time<T>(within: Duration, connecting: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    timeout(within, connecting).await.unwrap_or_else(|late| Err(late.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_does_not_connect_in_time_has_timed_out() {
        let late = in_time::<()>(Duration::ZERO, std::future::pending()).await.unwrap_err();
        assert_eq!(late.kind(), io::ErrorKind::TimedOut);
        in_time(Duration::ZERO, async { Ok(()) }).await.unwrap();
    }
}
