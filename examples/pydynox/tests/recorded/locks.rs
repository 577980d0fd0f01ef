//! A lock, and what happens to it, of the words that the cases have for it.

use std::cell::RefCell;
use std::time::Duration;

use errtax::{Error, ServiceError};
use pydynox::{LockGuard, LockRow, LockTable, MemoryTables};
use testbed::{Case, Comparison};
use thiserror::Error as ThisError;

use crate::faulty::{Fault, Faulty, Operation};

/// The table that the recorded script locks, whether it exists or not.
const TABLE: &str = "nope";
const KEY: &str = "work";
const LEASE: Duration = Duration::from_secs(30);

/// What the recorded script's own work fails with.
#[derive(Debug, ThisError, ServiceError)]
#[error("Business failure")]
#[service_error(local)]
struct BusinessFailure;

/// What happens in a case: each of these, where its words are in the case's.
struct Happens<'a>(&'a str);

impl Happens<'_> {
    fn any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.0.contains(word))
    }

    /// What fails, and with which class: `delete fails with ConnectionException`.
    fn faults(&self) -> Vec<Fault> {
        let operations = [
            (["get", "read"], Operation::Get),
            (["put", "acquire"], Operation::Put),
            (["renew", "update"], Operation::Renew),
            (["delete", "release"], Operation::Delete),
        ];
        let fails = self.0.split(" and ").filter_map(|what| what.split_once(" fails"));
        let fault = |(operation, how): (&str, &str)| {
            let (_, operation) = operations.into_iter().find(|(words, _)| words.contains(&operation.trim()))?;
            let class = how.split_once("with ").map_or("ConnectionException", |(_, class)| class.trim());
            Some(Fault::new(operation, class))
        };
        fails.filter_map(fault).collect()
    }
}

pub(crate) async fn under_a_lock(case: &Case, compare: &mut Comparison) -> Option<Error> {
    let happens = Happens(case.input["lock"].as_str()?);
    let tables = MemoryTables::default();
    if !happens.any(&["table missing", "no table"]) {
        tables.create(TABLE, if happens.any(&["schema"]) { "pk" } else { "key" }, None);
    }
    let locks = tables.locks(TABLE);
    let is_contended = happens.any(&["contend", "held by", "another", "nested"]);
    if is_contended {
        locks.put(KEY, &row("another"), None).await.ok()?;
    }
    let wait = if is_contended { Duration::ZERO } else { LEASE };
    let mut guard = LockGuard::new(Faulty::new(locks.clone(), happens.faults()), KEY, "owner", LEASE, wait);
    let notes = RefCell::new(Vec::new());
    let done = lock(&happens, &mut guard, &notes).await;
    let notes = notes.into_inner();
    let notes = (!notes.is_empty()).then_some(notes);
    compare.that("notes", case.recorded("expected_notes"), notes);
    done.err()
}

async fn lock(
    happens: &Happens<'_>,
    guard: &mut LockGuard<Faulty>,
    notes: &RefCell<Vec<String>>,
) -> errtax::Result<()> {
    if happens.any(&["never acquired"]) {
        return Ok(guard.check()?);
    }
    if happens.any(&["cancelled before"]) {
        guard.canceller()();
    }
    guard.acquire().await?;
    if happens.any(&["reused", "twice", "again"]) {
        return guard.acquire().await;
    }
    guard.run(async |guard| body(happens, guard).await, |note| notes.borrow_mut().push(note)).await
}

/// What happens while the lock is held.
async fn body(happens: &Happens<'_>, guard: &mut LockGuard<Faulty>) -> errtax::Result<()> {
    let locks = guard.table().locks.clone();
    if happens.any(&["taken", "stolen", "replaced", "successor"]) {
        let there = locks.get(KEY).await?;
        locks.put(KEY, &row("successor"), there.as_ref()).await?;
    }
    if happens.any(&["renew"]) {
        guard.renew().await?;
    }
    if happens.any(&["expire", "deadline"]) {
        locks.sleep(LEASE).await;
    }
    if happens.any(&["cancelled"]) {
        guard.canceller()();
    }
    if happens.any(&["body raises", "body fails"]) {
        return Err(BusinessFailure.into());
    }
    Ok(guard.check()?)
}

fn row(owner: &str) -> LockRow {
    LockRow { owner: owner.to_owned(), version: 0, lease: LEASE }
}
