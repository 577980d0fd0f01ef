//! Waiting until a table can be used.

use std::time::Duration;

use errtax::catch;

use crate::{ResourceNotFoundException, TableNotActive};

/// Asks `is_active` again after each of `delays`, which `sleep` waits for, until the table is active. A table that does
/// not exist is waited for as well: it may be about to.
///
/// # Errors
///
/// [`TableNotActive`] when the last delay is over, with the last answer where that was an error as its source. Any other
/// error than that of a missing table comes as it is, at once.
///
/// ```
/// use std::time::Duration;
/// use pydynox::{TableNotActive, wait_until_active};
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let mut asked = 0;
/// let is_active = async || {
///     asked += 1;
///     Ok(asked == 2)
/// };
/// let delays = [Duration::from_millis(500); 4];
/// wait_until_active("users", delays, is_active, async |_| {}).await.unwrap();
/// assert_eq!(asked, 2);
///
/// let error = wait_until_active("users", delays, async || Ok(false), async |_| {}).await.unwrap_err();
/// assert!(error.is_a::<TableNotActive>());
/// # });
/// ```
pub async fn wait_until_active(
    table: &str,
    delays: impl IntoIterator<Item = Duration>,
    mut is_active: impl AsyncFnMut() -> errtax::Result<bool>,
    mut sleep: impl AsyncFnMut(Duration),
) -> errtax::Result<()> {
    let mut last = None;
    for delay in delays {
        last = match is_active().await {
            Ok(true) => return Ok(()),
            Ok(false) => None,
            Err(error) => catch!(error => {
                _ is ResourceNotFoundException => Some(error),
                _ => return Err(error),
            }),
        };
        sleep(delay).await;
    }
    Err(TableNotActive { table: table.to_owned(), cause: last }.into())
}
