//! Repeating what was throttled.

use std::time::Duration;

use crate::ProvisionedThroughputExceededException;

/// Repeats `operation` while it is throttled, after each of `delays`, which `sleep` waits for. Anything else is handed
/// on at once.
///
/// # Errors
///
/// What the last attempt failed with.
///
/// ```
/// use std::time::Duration;
/// use errtax::ErrorResponse;
/// use pydynox::{PydynoxException, retry_on_throttle};
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let (mut attempts, mut slept) = (0, Vec::new());
/// let throttled = || errtax::classify::<PydynoxException>(ErrorResponse::new().with_code("Throttling"));
/// let delays = (0..3).map(|attempt| Duration::from_secs(2_u64.pow(attempt)));
/// let saved = retry_on_throttle(
///     delays,
///     async || {
///         attempts += 1;
///         if attempts < 3 { Err(throttled()) } else { Ok("saved") }
///     },
///     async |delay: Duration| slept.push(delay.as_secs()),
/// );
/// assert_eq!(saved.await.unwrap(), "saved");
/// assert_eq!(slept, [1, 2]);
/// # });
/// ```
pub async fn retry_on_throttle<T>(
    delays: impl IntoIterator<Item = Duration>,
    mut operation: impl AsyncFnMut() -> errtax::Result<T>,
    mut sleep: impl AsyncFnMut(Duration),
) -> errtax::Result<T> {
    let mut delays = delays.into_iter();
    loop {
        let error = match operation().await {
            Err(error) if error.is_a::<ProvisionedThroughputExceededException>() => error,
            done => return done,
        };
        let Some(delay) = error.adjust_delay(delays.next()) else { return Err(error) };
        sleep(delay).await;
    }
}
