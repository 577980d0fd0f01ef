//! Records in memory, and failures by request: for tests without a server.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use crate::call::Call;
use crate::exceptions::{IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError};
use crate::record::{DataRecord, Status};
use crate::store::Store;

/// Records in memory. As a cache does, it refuses a record without handing out the one that is there.
///
/// ```
/// use powertools_idempotency::{Call, DataRecord, IdempotencyPersistenceConnectionError, MemoryStore, Status, Store};
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let store = MemoryStore::default();
/// store.fail(Call::Delete, IdempotencyPersistenceConnectionError::default());
/// assert!(store.delete("orders#1").await.is_err());
/// assert!(store.delete("orders#1").await.is_ok());
/// assert_eq!(store.calls(), [Call::Delete, Call::Delete]);
/// # });
/// ```
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Memory>);

#[derive(Debug, Default)]
struct Memory {
    records: HashMap<String, DataRecord>,
    failures: HashMap<Call, VecDeque<errtax::Error>>,
    calls: Vec<Call>,
}

impl MemoryStore {
    /// The next such call that has not been told so yet fails with that error, and does nothing.
    pub fn fail(&self, call: Call, error: impl Into<errtax::Error>) {
        self.memory().failures.entry(call).or_default().push_back(error.into());
    }

    /// What has been called so far.
    pub fn calls(&self) -> Vec<Call> {
        self.memory().calls.clone()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn called(&self, call: Call) -> errtax::Result<MutexGuard<'_, Memory>> {
        let mut memory = self.memory();
        memory.calls.push(call);
        let failure = memory.failures.get_mut(&call).and_then(VecDeque::pop_front);
        failure.map_or(Ok(memory), Err)
    }
}

impl Store for MemoryStore {
    async fn put(&self, record: &DataRecord, now: SystemTime) -> errtax::Result<()> {
        let mut memory = self.called(Call::Put)?;
        if let Some(there) = memory.records.get(&record.idempotency_key)
            && there.status_at(now)? != Status::Expired
            && !there.is_overdue_at(now)
        {
            return Err(IdempotencyItemAlreadyExistsError::default().into());
        }
        memory.records.insert(record.idempotency_key.clone(), record.clone());
        Ok(())
    }

    async fn get(&self, key: &str) -> errtax::Result<DataRecord> {
        let record = self.called(Call::Get)?.records.get(key).cloned();
        record.ok_or_else(|| IdempotencyItemNotFoundError::default().into())
    }

    async fn update(&self, record: &DataRecord) -> errtax::Result<()> {
        self.called(Call::Update)?.records.insert(record.idempotency_key.clone(), record.clone());
        Ok(())
    }

    async fn delete(&self, key: &str) -> errtax::Result<()> {
        self.called(Call::Delete)?.records.remove(key);
        Ok(())
    }
}
