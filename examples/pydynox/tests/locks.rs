//! Locks: who has them, for how long, and what is known where an answer is lost.

mod faulty;

use std::error::Error as _;
use std::time::Duration;

use faulty::{Fault, Faulty, Operation};
use pydynox::{
    AccessDeniedException, ConnectionException, LockGuard, LockLost, LockNotAcquired, LockReleaseError, LockRow,
    LockTable, MemoryLocks, MemoryTables,
};

const LEASE: Duration = Duration::from_secs(30);
const WAIT: Duration = Duration::from_secs(35);

fn locks() -> MemoryLocks {
    let tables = MemoryTables::default();
    tables.create("locks", "key", None);
    tables.locks("locks")
}

fn guard<T: LockTable>(table: T, owner: &str) -> LockGuard<T> {
    LockGuard::new(table, "work", owner, LEASE, WAIT)
}

fn faulty(locks: &MemoryLocks, fault: Fault) -> LockGuard<Faulty> {
    guard(Faulty::new(locks.clone(), [fault]), "a")
}

/// Somebody else's row, in the place of whatever is there.
async fn replace(locks: &MemoryLocks, owner: &str) {
    let there = locks.get("work").await.unwrap();
    let row = LockRow { owner: owner.to_owned(), version: 0, lease: LEASE };
    locks.put("work", &row, there.as_ref()).await.unwrap();
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

#[tokio::test]
async fn who_is_gone_loses_the_lock_after_a_whole_lease_and_who_renews_keeps_it() {
    let locks = locks();
    let mut gone = guard(locks.clone(), "gone");
    gone.acquire().await.unwrap();
    let begun = locks.now();
    let mut next = guard(locks.clone(), "next");
    next.acquire().await.unwrap();
    assert!(locks.now() - begun >= LEASE);
    assert!(matches!(gone.check(), Err(LockLost::Expired)));
    assert_eq!(locks.get("work").await.unwrap().unwrap().owner, "next");
    next.release().await.unwrap();
    assert_eq!(locks.get("work").await.unwrap(), None);

    // A waiter that sees the version change begins to count anew.
    let mut kept = guard(locks.clone(), "kept");
    kept.acquire().await.unwrap();
    for _ in 0..4 {
        locks.sleep(LEASE / 3).await;
        kept.renew().await.unwrap();
    }
    let mut waiter = LockGuard::new(locks.clone(), "work", "waiter", LEASE, LEASE / 2);
    let error = waiter.acquire().await.unwrap_err();
    assert_eq!(text(&error), "The lock was not available within the acquisition budget");
    assert!(error.is_retryable() && kept.check().is_ok());
}

#[tokio::test]
async fn a_guard_is_used_once() {
    let locks = locks();
    let mut used = guard(locks.clone(), "a");
    used.acquire().await.unwrap();
    assert_eq!(text(used.acquire().await.unwrap_err()), "Lock guards are single-use");
    used.release().await.unwrap();
    assert!(matches!(used.acquire().await.unwrap_err().downcast_ref(), Some(LockNotAcquired::Reused)));
    assert_eq!(text(used.release().await.unwrap_err()), "The lock is not held");
}

#[tokio::test]
async fn an_answer_that_is_lost_is_looked_up() {
    let lost = |operation| Fault { is_done: true, ..Fault::new(operation, "ConnectionException") };
    for operation in [Operation::Put, Operation::Renew, Operation::Delete] {
        let locks = locks();
        let mut guard = faulty(&locks, lost(operation));
        guard.acquire().await.unwrap();
        guard.renew().await.unwrap();
        guard.release().await.unwrap();
        assert_eq!(locks.get("work").await.unwrap(), None, "{operation:?}");
    }
}

#[tokio::test]
async fn what_was_not_done_is_said() {
    let locks = locks();
    let denied = faulty(&locks, Fault::new(Operation::Put, "AccessDeniedException")).acquire().await.unwrap_err();
    assert!(denied.is_a::<AccessDeniedException>(), "{denied:?}");

    let mut guard = faulty(&locks, Fault::new(Operation::Renew, "ConnectionException"));
    guard.acquire().await.unwrap();
    assert!(guard.renew().await.unwrap_err().is_a::<ConnectionException>());
    assert!(guard.check().is_ok(), "it may be tried again");
    guard.release().await.unwrap();

    let mut guard = faulty(&locks, Fault::new(Operation::Delete, "ConnectionException"));
    guard.acquire().await.unwrap();
    let error = guard.release().await.unwrap_err();
    let unconfirmed: &LockReleaseError = error.downcast_ref().unwrap();
    assert!(unconfirmed.source().is_some(), "the original discards why");
    assert!(unconfirmed.cause.as_ref().unwrap().is_a::<ConnectionException>());
}

#[tokio::test]
async fn a_lock_that_somebody_else_has_is_lost() {
    let locks = locks();
    let mut renewed = guard(locks.clone(), "a");
    renewed.acquire().await.unwrap();
    replace(&locks, "b").await;
    assert_eq!(text(renewed.renew().await.unwrap_err()), "Another worker owns the lock");
    assert!(matches!(renewed.check(), Err(LockLost::Taken)));
    assert!(renewed.release().await.unwrap_err().is_a::<LockLost>());
    assert_eq!(locks.get("work").await.unwrap().unwrap().owner, "b");

    locks.delete("work", "b").await.unwrap();
    let mut released = guard(locks.clone(), "a");
    released.acquire().await.unwrap();
    replace(&locks, "b").await;
    assert_eq!(text(released.release().await.unwrap_err()), "Lock release no longer matches this acquisition");
    assert_eq!(locks.get("work").await.unwrap().unwrap().owner, "b");
}

#[tokio::test]
async fn what_comes_too_late_does_not_count() {
    let late = |operation| Fault { is_done: true, takes: LEASE, ..Fault::new(operation, "ConnectionException") };
    let locks = locks();
    let error = faulty(&locks, late(Operation::Put)).acquire().await.unwrap_err();
    assert_eq!(text(error), "Acquisition completed after its deadline");
    assert_eq!(locks.get("work").await.unwrap(), None, "given back");

    let mut guard = faulty(&locks, late(Operation::Renew));
    guard.acquire().await.unwrap();
    assert_eq!(text(guard.renew().await.unwrap_err()), "Renewal was not confirmed before the lease deadline");
    assert!(matches!(guard.check(), Err(LockLost::NotRenewed)));
}

#[tokio::test]
async fn a_guard_can_be_cancelled_from_elsewhere() {
    let locks = locks();
    let mut held = guard(locks.clone(), "a");
    held.acquire().await.unwrap();
    let waiting = guard(locks, "b");
    waiting.canceller()();
    let mut waiting = waiting;
    assert_eq!(text(waiting.acquire().await.unwrap_err()), "Lock acquisition was cancelled");
    held.canceller()();
    assert!(matches!(held.check(), Err(LockLost::Cancelled)));
}

#[tokio::test]
async fn the_body_counts_before_the_release() {
    let locks = locks();
    let mut guard = faulty(&locks, Fault::new(Operation::Delete, "ConnectionException"));
    guard.acquire().await.unwrap();
    let mut noted = String::new();
    let failed: errtax::Result<()> = guard.run(async |_| Err(LockNotAcquired::Held.into()), |note| noted = note).await;
    assert!(failed.unwrap_err().is_a::<LockNotAcquired>());
    assert_eq!(
        noted,
        "Lock cleanup also failed: Lock release could not be confirmed; the row may remain until recovery"
    );
}
