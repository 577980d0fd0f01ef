//! A table of locks that fails where it is told to.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use errtax::{Error, ErrorResponse, Transport};
use pydynox::{LockRow, LockTable, MemoryLocks, PydynoxException};

/// What can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Get,
    Put,
    Renew,
    Delete,
}

/// How it fails.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) operation: Operation,
    /// The class, by its name in Python.
    pub(crate) class: String,
    /// Whether it was done, and only the answer is lost.
    pub(crate) is_done: bool,
    /// How long it takes.
    pub(crate) takes: Duration,
}

impl Fault {
    pub(crate) fn new(operation: Operation, class: &str) -> Self {
        Self { operation, class: class.to_owned(), is_done: false, takes: Duration::ZERO }
    }

    /// What a service denies, and what does not arrive, as the recorded scripts have it.
    fn error(&self) -> Error {
        let response = match &*self.class {
            "ConnectionException" => ErrorResponse::new().with_transport(Transport::Connect),
            code => ErrorResponse::new().with_code(code).with_message("Denied"),
        };
        errtax::classify::<PydynoxException>(response)
    }
}

/// The table below, and what of it fails.
#[derive(Debug)]
pub(crate) struct Faulty {
    pub(crate) locks: MemoryLocks,
    pub(crate) faults: RefCell<Vec<Fault>>,
}

impl Faulty {
    pub(crate) fn new(locks: MemoryLocks, faults: impl IntoIterator<Item = Fault>) -> Self {
        Self { locks, faults: RefCell::new(faults.into_iter().collect()) }
    }

    async fn tried<T>(&self, operation: Operation, done: impl Future<Output = errtax::Result<T>>) -> errtax::Result<T> {
        let fault = self.faults.borrow().iter().find(|fault| fault.operation == operation).cloned();
        let Some(fault) = fault else { return done.await };
        if fault.is_done {
            done.await?;
        }
        self.locks.sleep(fault.takes).await;
        Err(fault.error())
    }
}

impl LockTable for Faulty {
    async fn get(&self, key: &str) -> errtax::Result<Option<LockRow>> {
        self.tried(Operation::Get, self.locks.get(key)).await
    }

    async fn put(&self, key: &str, row: &LockRow, replaced: Option<&LockRow>) -> errtax::Result<()> {
        let operation = if row.version == 0 { Operation::Put } else { Operation::Renew };
        self.tried(operation, self.locks.put(key, row, replaced)).await
    }

    async fn delete(&self, key: &str, owner: &str) -> errtax::Result<()> {
        self.tried(Operation::Delete, self.locks.delete(key, owner)).await
    }

    async fn sleep(&self, delay: Duration) {
        self.locks.sleep(delay).await;
    }

    fn now(&self) -> Instant {
        self.locks.now()
    }
}
