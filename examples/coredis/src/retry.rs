//! Trying again, as long as the class of the error allows.

use std::thread;
use std::time::Duration;

/// How often something may be tried again, and after which time.
#[derive(Clone, Debug)]
pub struct Budget {
    left: u32,
    delay: Duration,
}

impl Budget {
    /// So many retries, each after that time.
    pub fn new(retries: u32, delay: Duration) -> Self {
        Self { left: retries, delay }
    }

    /// Takes one retry out of the budget: how long to wait before it. `None` where none is left.
    pub fn spend(&mut self) -> Option<Duration> {
        self.left = self.left.checked_sub(1)?;
        Some(self.delay)
    }
}

/// Calls until it succeeds, or `wait` says that there is no use in waiting any longer.
///
/// Which errors are worth a retry is said by class, each with a budget of its own:
///
/// ```
/// use std::time::Duration;
/// use coredis::{Budget, errors::{ClusterDownError, ConnectionError}, retry};
/// use errtax::catch;
///
/// let mut replies = [&b"-LOADING soon\r\n"[..], b"-CLUSTERDOWN wait\r\n", b"-LOADING soon\r\n"].into_iter();
/// let call = || replies.next().map_or(Ok("PONG"), |reply| Err(coredis::decode(reply)));
///
/// let mut network = Budget::new(2, Duration::from_millis(1));
/// let mut cluster = Budget::new(1, Duration::from_millis(1));
/// let replied = retry(call, |error| catch!(error => {
///     _ is ConnectionError => network.spend(), // a server that is still loading is one of these
///     _ is ClusterDownError => cluster.spend(),
///     _ => None,
/// }));
/// assert_eq!(replied.unwrap(), "PONG");
/// ```
///
/// # Errors
///
/// The last error of the call.
pub fn retry<T>(
    mut call: impl FnMut() -> errtax::Result<T>,
    mut wait: impl FnMut(&errtax::Error) -> Option<Duration>,
) -> errtax::Result<T> {
    loop {
        let error = match call() {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        match wait(&error) {
            Some(delay) => thread::sleep(delay),
            None => return Err(error),
        }
    }
}
