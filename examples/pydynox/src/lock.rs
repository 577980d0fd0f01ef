//! A lock that many hold one after the other, as a row of a table: who has it, and for how long.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use errtax::Error;

use crate::{ConditionalCheckFailedException, LockLost, LockNotAcquired, LockReleaseError, LockRow, LockTable};

/// One acquisition of a lock.
///
/// Whoever holds it renews it ([`renew`](Self::renew)) every third of its lease. Nine tenths of a lease after the last
/// renewal it is lost, so that clocks of different speed do no harm.
///
/// ```
/// use std::time::Duration;
/// use pydynox::{LockGuard, LockLost, LockNotAcquired, MemoryTables};
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let tables = MemoryTables::default();
/// tables.create("locks", "key", None);
/// let [lease, wait] = [30, 35].map(Duration::from_secs);
///
/// let mut guard = LockGuard::new(tables.locks("locks"), "work", "owner 1", lease, wait);
/// assert!(matches!(guard.check(), Err(LockLost::NotHeld)));
/// guard.acquire().await.unwrap();
///
/// let mut other = LockGuard::new(tables.locks("locks"), "work", "owner 2", lease, Duration::ZERO);
/// assert!(other.acquire().await.unwrap_err().is_a::<LockNotAcquired>());
///
/// let done = guard.run(async |guard| Ok::<_, errtax::Error>(guard.check().is_ok()), |_| ()).await;
/// assert!(done.unwrap());
/// assert!(matches!(guard.check(), Err(LockLost::NotHeld)));
/// # });
/// ```
#[derive(Debug)]
pub struct LockGuard<T> {
    table: T,
    key: String,
    row: LockRow,
    wait: Duration,
    phase: Phase,
    cancelled: Arc<AtomicBool>,
}

#[derive(Clone, Copy, Debug)]
enum Phase {
    New,
    /// Until then, unless it is renewed.
    Held(Instant),
    Lost(LockLost),
    /// It was never had, or given back.
    Over,
}

impl<T: LockTable> LockGuard<T> {
    /// A guard that holds nothing yet. No other may have the same `owner`: it is a UUID, say. The lock is waited for no
    /// longer than `wait`; if that is zero, it is tried once.
    pub fn new(table: T, key: &str, owner: &str, lease: Duration, wait: Duration) -> Self {
        let row = LockRow { owner: owner.to_owned(), version: 0, lease };
        Self { table, key: key.to_owned(), row, wait, phase: Phase::New, cancelled: Arc::default() }
    }

    /// Where the lock is kept.
    pub fn table(&self) -> &T {
        &self.table
    }

    /// Gives up what the guard does, and what it holds, from anywhere.
    pub fn canceller(&self) -> impl Fn() + Send + Sync + 'static {
        let cancelled = self.cancelled.clone();
        move || cancelled.store(true, Ordering::Release)
    }

    /// Waits for the lock. Whoever holds it may be gone: a row that stays the same for its whole lease, as far as this
    /// guard has seen it, is taken over.
    ///
    /// # Errors
    ///
    /// [`LockNotAcquired`] where somebody else holds it, or the guard was used before or cancelled; [`LockLost`] where it
    /// was had too late; any other error of the table as it is.
    pub async fn acquire(&mut self) -> errtax::Result<()> {
        if !matches!(self.phase, Phase::New) {
            return Err(LockNotAcquired::Reused.into());
        }
        self.phase = Phase::Over;
        let once = self.row.lease.mul_f64(0.6).min(Duration::from_secs(5));
        let deadline = self.table.now() + if self.wait.is_zero() { once } else { self.wait };
        let mut holder: Option<(LockRow, Instant)> = None;
        loop {
            if self.is_cancelled() {
                return Err(LockNotAcquired::Cancelled.into());
            }
            let sent = self.table.now();
            let is_due = holder.as_ref().is_none_or(|(row, since)| sent.duration_since(*since) >= row.lease);
            if is_due && self.write(holder.as_ref().map(|(row, _)| row)).await? {
                return self.had(sent, deadline).await;
            }
            let there = self.table.get(&self.key).await?;
            let now = self.table.now();
            if self.wait.is_zero() || now >= deadline {
                return Err(LockNotAcquired::Held.into());
            }
            holder = there.map(|row| match holder.take() {
                Some((known, since)) if known == row => (row, since),
                _ => (row, now),
            });
            if holder.is_some() {
                let poll = (self.row.lease / 6).clamp(Duration::from_millis(10), Duration::from_secs(1));
                self.table.sleep(poll.min(deadline.duration_since(now))).await;
            }
        }
    }

    /// Whether the row is written; not, where another one is in its place. An answer may be lost: then what is there counts.
    async fn write(&self, replaced: Option<&LockRow>) -> errtax::Result<bool> {
        match self.table.put(&self.key, &self.row, replaced).await {
            Ok(()) => Ok(true),
            Err(error) if is_contended(&error) => Ok(false),
            Err(_) if self.is_there(Some(&self.row)).await => Ok(true),
            Err(error) => Err(error),
        }
    }

    async fn had(&mut self, sent: Instant, deadline: Instant) -> errtax::Result<()> {
        let until = sent + self.budget();
        let now = self.table.now();
        if now < until && now < deadline && !self.is_cancelled() {
            self.phase = Phase::Held(until);
            return Ok(());
        }
        // What cannot be removed runs out by itself.
        let _ = self.table.delete(&self.key, &self.row.owner).await;
        Err(if self.is_cancelled() { LockNotAcquired::Cancelled.into() } else { LockLost::TooLate.into() })
    }

    /// Whether the guard holds the lock, by the clock of this side.
    ///
    /// # Errors
    ///
    /// [`LockLost`], and why.
    pub fn check(&self) -> Result<(), LockLost> {
        match self.phase {
            Phase::Held(_) if self.is_cancelled() => Err(LockLost::Cancelled),
            Phase::Held(until) if self.table.now() >= until => Err(LockLost::Expired),
            Phase::Held(_) => Ok(()),
            Phase::Lost(why) => Err(why),
            Phase::New | Phase::Over => Err(LockLost::NotHeld),
        }
    }

    /// Holds the lock for another lease. Where that could not be confirmed, it may be tried again while the lock is held.
    ///
    /// # Errors
    ///
    /// [`LockLost`]; or what the table failed with.
    pub async fn renew(&mut self) -> errtax::Result<()> {
        self.check()?;
        let next = LockRow { version: self.row.version + 1, ..self.row.clone() };
        let sent = self.table.now();
        let unconfirmed = match self.table.put(&self.key, &next, Some(&self.row)).await {
            Ok(()) => None,
            Err(error) if is_contended(&error) => return Err(self.lost(LockLost::Taken).into()),
            Err(error) => (!self.is_there(Some(&next)).await).then_some(error),
        };
        if self.check().is_err() {
            return Err(self.lost(LockLost::NotRenewed).into());
        }
        if let Some(error) = unconfirmed {
            return Err(error);
        }
        self.row = next;
        self.phase = Phase::Held(sent + self.budget());
        Ok(())
    }

    /// Gives the lock back.
    ///
    /// # Errors
    ///
    /// [`LockLost`] where the guard did not hold it, or no longer; [`LockReleaseError`] where nobody knows.
    pub async fn release(&mut self) -> errtax::Result<()> {
        let held = self.check();
        if let Phase::New | Phase::Over = self.phase {
            return Ok(held?);
        }
        let deleted = self.table.delete(&self.key, &self.row.owner).await;
        self.phase = held.map_or_else(Phase::Lost, |()| Phase::Over);
        held?;
        match deleted {
            Err(error) if is_contended(&error) => Err(self.lost(LockLost::TakenBeforeRelease).into()),
            Err(error) if !self.is_there(None).await => Err(LockReleaseError { cause: Some(error) }.into()),
            _ => Ok(()),
        }
    }

    /// Runs `body` under the lock that is held, and gives it back, whatever came of the body. Where both fail, the
    /// body's error counts, and `note` is told the other one.
    ///
    /// # Errors
    ///
    /// The body's error, or that of the [`release`](Self::release).
    pub async fn run<V, E: From<Error>>(
        &mut self,
        body: impl AsyncFnOnce(&mut Self) -> Result<V, E>,
        note: impl FnOnce(String),
    ) -> Result<V, E> {
        let done = body(self).await;
        match (self.release().await, done) {
            (Ok(()), done) => done,
            (Err(release), Ok(_)) => Err(release.into()),
            (Err(release), Err(error)) => {
                note(format!("Lock cleanup also failed: {release}"));
                Err(error)
            }
        }
    }

    /// Whether the table says that this is there, or nothing. What it cannot say is not so.
    async fn is_there(&self, row: Option<&LockRow>) -> bool {
        matches!(self.table.get(&self.key).await, Ok(there) if there.as_ref() == row)
    }

    fn lost(&mut self, why: LockLost) -> LockLost {
        self.phase = Phase::Lost(why);
        why
    }

    fn budget(&self) -> Duration {
        self.row.lease.mul_f64(0.9)
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Acquire)
    }
}

fn is_contended(error: &Error) -> bool {
    error.is_a::<ConditionalCheckFailedException>()
}
