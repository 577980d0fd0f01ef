//! Where locks are kept.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use errtax::ErrorResponse;

use crate::{InvalidRequest, LockTableNotFound, PydynoxException, on_table};

/// Who holds a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockRow {
    /// One acquisition: no two have the same owner.
    pub owner: String,
    /// How often the owner has renewed its lease.
    pub version: u64,
    /// For how long the owner holds it from the last renewal on.
    pub lease: Duration,
}

/// What locks need: a table whose partition key is `key`, without a sort key, and time.
///
/// A condition that is false is a [`ConditionalCheckFailedException`](crate::ConditionalCheckFailedException).
pub trait LockTable {
    /// Who holds the lock, by a consistent read.
    fn get(&self, key: &str) -> impl Future<Output = errtax::Result<Option<LockRow>>>;
    /// Writes the row on the condition that `replaced` is there: that owner, with that version; or that nothing is.
    fn put(&self, key: &str, row: &LockRow, replaced: Option<&LockRow>) -> impl Future<Output = errtax::Result<()>>;
    /// Removes the row on the condition that it is of that owner.
    fn delete(&self, key: &str, owner: &str) -> impl Future<Output = errtax::Result<()>>;
    /// Waits.
    fn sleep(&self, delay: Duration) -> impl Future<Output = ()>;
    /// The time.
    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// Tables in memory, for tests: with a clock that goes on where somebody sleeps, and at once.
///
/// ```
/// use pydynox::{LockTable, LockTableNotFound, MemoryTables};
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let tables = MemoryTables::default();
/// tables.create("locks", "key", None);
/// assert!(tables.locks("locks").get("work").await.unwrap().is_none());
/// assert!(tables.locks("nope").get("work").await.unwrap_err().is_a::<LockTableNotFound>());
/// # });
/// ```
#[derive(Clone, Debug, Default)]
pub struct MemoryTables(Arc<Mutex<Memory>>);

#[derive(Debug, Default)]
struct Memory {
    tables: BTreeMap<String, Table>,
    slept: Duration,
}

#[derive(Debug)]
struct Table {
    is_of_locks: bool,
    rows: BTreeMap<String, LockRow>,
}

impl MemoryTables {
    /// Creates an empty table.
    pub fn create(&self, table: &str, partition_key: &str, sort_key: Option<&str>) {
        let is_of_locks = partition_key == "key" && sort_key.is_none();
        self.with(|memory| memory.tables.insert(table.to_owned(), Table { is_of_locks, rows: BTreeMap::new() }));
    }

    /// The locks in that table, which need not exist.
    pub fn locks(&self, table: &str) -> MemoryLocks {
        MemoryLocks { tables: self.clone(), table: table.to_owned(), begun: Instant::now() }
    }

    fn with<T>(&self, look: impl FnOnce(&mut Memory) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The locks in a table of [`MemoryTables`].
#[derive(Clone, Debug)]
pub struct MemoryLocks {
    tables: MemoryTables,
    table: String,
    begun: Instant,
}

impl MemoryLocks {
    fn with<T>(&self, look: impl FnOnce(&mut BTreeMap<String, LockRow>) -> errtax::Result<T>) -> errtax::Result<T> {
        self.tables.with(|memory| match memory.tables.get_mut(&self.table) {
            None => Err(LockTableNotFound { table: self.table.clone() }.into()),
            Some(table) if !table.is_of_locks => Err(InvalidRequest::LockTableKeys.into()),
            Some(table) => look(&mut table.rows),
        })
    }

    fn failed(&self, operation: &str) -> errtax::Error {
        let response = ErrorResponse::new().with_code("ConditionalCheckFailedException");
        errtax::classify::<PydynoxException>(on_table(operation, &self.table)(response))
    }
}

impl LockTable for MemoryLocks {
    async fn get(&self, key: &str) -> errtax::Result<Option<LockRow>> {
        self.with(|rows| Ok(rows.get(key).cloned()))
    }

    async fn put(&self, key: &str, row: &LockRow, replaced: Option<&LockRow>) -> errtax::Result<()> {
        self.with(|rows| {
            let is_met = match (rows.get(key), replaced) {
                (Some(there), Some(replaced)) => (&there.owner, there.version) == (&replaced.owner, replaced.version),
                (there, replaced) => there.is_none() && replaced.is_none(),
            };
            if !is_met {
                return Err(self.failed("PutItem"));
            }
            rows.insert(key.to_owned(), row.clone());
            Ok(())
        })
    }

    async fn delete(&self, key: &str, owner: &str) -> errtax::Result<()> {
        self.with(|rows| {
            if rows.get(key).is_none_or(|there| there.owner != owner) {
                return Err(self.failed("DeleteItem"));
            }
            rows.remove(key);
            Ok(())
        })
    }

    async fn sleep(&self, delay: Duration) {
        self.tables.with(|memory| memory.slept += delay);
    }

    fn now(&self) -> Instant {
        self.begun + self.tables.with(|memory| memory.slept)
    }
}
