//! The layer: a handler runs once for each event, and what it answered is answered again.

use std::error::Error;
use std::time::SystemTime;

use errtax::{Cause, catch};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::call::Call;
use crate::config::Config;
use crate::exceptions::{
    BaseError, IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError, IdempotencyInvalidStatusError,
    IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError, IdempotencyKeyError, IdempotencyModelTypeError,
    IdempotencyPersistenceLayerError, IdempotencyValidationError,
};
use crate::record::{DataRecord, Status, millis, seconds};
use crate::store::Store;

/// How often an execution is begun, where the store contradicts itself.
const ATTEMPTS: u32 = 3;

const CONTRADICTION: &str = "save_inprogress and get_record return inconsistent results.";
const OVERDUE: &str = "item should have been expired in-progress because it already time-outed.";

/// Runs handlers, each event once.
///
/// ```
/// use powertools_idempotency::{Config, Idempotency, MemoryStore};
/// use serde_json::json;
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let orders = Idempotency::new(Config::new("orders"), MemoryStore::default());
/// let mut placed = 0;
/// for _ in 0..2 {
///     let place = async || {
///         placed += 1;
///         Ok::<_, errtax::Error>(format!("order {placed}"))
///     };
///     let answer = orders.handle(&json!({"sku": "A-7"}), None, place).await;
///     assert_eq!(answer.unwrap(), "order 1");
/// }
/// assert_eq!(placed, 1);
/// # });
/// ```
#[derive(Debug)]
pub struct Idempotency<S, C = fn() -> SystemTime> {
    config: Config,
    store: S,
    clock: C,
}

impl<S: Store> Idempotency<S> {
    /// A layer over that store, by the clock of the system.
    pub fn new(config: Config, store: S) -> Self {
        Self { config, store, clock: SystemTime::now }
    }
}

impl<S, C> Idempotency<S, C> {
    /// The same layer by another clock.
    pub fn with_clock<D: Fn() -> SystemTime>(self, clock: D) -> Idempotency<S, D> {
        Idempotency { config: self.config, store: self.store, clock }
    }

    /// The store.
    pub fn store(&self) -> &S {
        &self.store
    }
}

impl<S: Store, C: Fn() -> SystemTime> Idempotency<S, C> {
    /// What the handler answers; where it has answered an event with this key before, that answer, and it does not run.
    ///
    /// After the deadline, nobody waits for this execution any longer: on Lambda, the end of the invocation. Without one,
    /// an execution that breaks off keeps its key for as long as a record counts.
    ///
    /// # Errors
    ///
    /// What the handler fails with, unchanged: its record is deleted, and the event may be sent again. Or
    /// - [`IdempotencyAlreadyInProgressError`], [`IdempotencyValidationError`],
    /// - [`IdempotencyKeyError`](crate::IdempotencyKeyError), where the configuration demands a key,
    /// - [`IdempotencyInconsistentStateError`], where the store has contradicted itself three times,
    /// - [`IdempotencyPersistenceLayerError`], where the store failed: at which call is in there. At an update and a delete,
    ///   the handler *has* run, and tried again it runs again
    ///   ([`handler_has_run`](IdempotencyPersistenceLayerError::handler_has_run)); what it had failed with is in there, too.
    ///   As in the original, also where an expression does not fit the event: before any call, as one of a put,
    /// - [`IdempotencyModelTypeError`], where what was answered is no `T`.
    pub async fn handle<T, E>(
        &self,
        event: &Value,
        deadline: Option<SystemTime>,
        handler: impl AsyncFnOnce() -> Result<T, E>,
    ) -> Result<T, E>
    where
        T: Serialize + DeserializeOwned,
        E: From<errtax::Error> + Into<Box<dyn Error + Send + Sync>>,
    {
        let Some(record) = self.in_progress(event, deadline)? else { return handler().await };
        if let Some(there) = self.begin(&record).await? {
            return Ok(response(&there)?);
        }
        match handler().await {
            Ok(response) => {
                let record = self.completed(record, &response)?;
                self.store.update(&record).await.map_err(|error| failed(Call::Update, error))?;
                Ok(response)
            }
            Err(error) => Err(self.give_up(&record, error).await),
        }
    }

    /// The record of an execution that begins now; none where the event has no key.
    fn in_progress(&self, event: &Value, deadline: Option<SystemTime>) -> errtax::Result<Option<DataRecord>> {
        let Some(key) = self.config.key(event)? else { return Ok(None) };
        Ok(Some(DataRecord {
            expiry_timestamp: Some(self.expiry()),
            in_progress_expiry_timestamp: deadline.map(millis),
            payload_hash: self.config.payload_hash(event)?,
            ..DataRecord::new(key, Status::InProgress)
        }))
    }

    fn expiry(&self) -> u64 {
        seconds((self.clock)()).saturating_add(self.config.expires_after().as_secs())
    }

    /// Puts the record; or gives the one that is there, where its execution is completed.
    async fn begin(&self, record: &DataRecord) -> errtax::Result<Option<DataRecord>> {
        for _ in 1..ATTEMPTS {
            match self.try_to_begin(record).await {
                Err(error) if error.is_a::<IdempotencyInconsistentStateError>() => {}
                done => return done,
            }
        }
        self.try_to_begin(record).await
    }

    async fn try_to_begin(&self, record: &DataRecord) -> errtax::Result<Option<DataRecord>> {
        let Err(error) = self.store.put(record, (self.clock)()).await else { return Ok(None) };
        let (handed_out, refusal) = catch!(error => {
            e: IdempotencyItemAlreadyExistsError => (e.old_data_record.clone(), e.base.cause.clone()),
            _ is IdempotencyKeyError | IdempotencyValidationError => return Err(error),
            _ => return Err(failed(Call::Put, error)),
        });
        let (there, refusal) = match handed_out {
            Some(there) => (there, refusal),
            None => (self.found(&record.idempotency_key).await?, None),
        };
        if self.config.validates_payload() && there.payload_hash != record.payload_hash {
            let base = BaseError::new("Payload does not match stored record for this event key");
            return Err(IdempotencyValidationError(base.with_cause(refusal.unwrap_or_else(|| error.into()))).into());
        }
        let now = (self.clock)();
        match there.status_at(now) {
            Ok(Status::Completed) => Ok(Some(there)),
            Ok(Status::Expired) => Err(inconsistent(CONTRADICTION, error)),
            Ok(Status::InProgress) if there.is_overdue_at(now) => Err(inconsistent(OVERDUE, error)),
            Ok(Status::InProgress) => Err(self.still_in_progress(&there, error)),
            Err(unknown) => Err(IdempotencyInvalidStatusError(unknown.0.with_cause(error)).into()),
        }
    }

    async fn found(&self, key: &str) -> errtax::Result<DataRecord> {
        self.store.get(key).await.map_err(|error| {
            catch!(error => {
                _ is IdempotencyItemNotFoundError => inconsistent(CONTRADICTION, error),
                _ is IdempotencyValidationError => error,
                _ => failed(Call::Get, error),
            })
        })
    }

    fn still_in_progress(&self, there: &DataRecord, error: errtax::Error) -> errtax::Error {
        let DataRecord { idempotency_key, sort_key, .. } = there;
        let expression = self.config.event_key();
        let sort_key = sort_key.as_ref().map(|sort_key| format!(" and sort key: {sort_key}")).unwrap_or_default();
        let message =
            format!("Execution already in progress with idempotency key: {expression}={idempotency_key}{sort_key}");
        IdempotencyAlreadyInProgressError(BaseError::new(message).with_cause(error)).into()
    }

    /// The record of an execution that has ended.
    fn completed(&self, record: DataRecord, response: &impl Serialize) -> errtax::Result<DataRecord> {
        let response_data = serde_json::to_string(response)
            .map_err(|error| failed(Call::Update, unfit("The response cannot be written as JSON", error)))?;
        let expiry_timestamp = Some(self.expiry());
        let status = Status::Completed.as_str().to_owned();
        Ok(DataRecord { status, expiry_timestamp, response_data, ..record })
    }

    /// Deletes the record of an execution that has failed, and gives what it failed with.
    async fn give_up<E>(&self, record: &DataRecord, error: E) -> E
    where
        E: From<errtax::Error> + Into<Box<dyn Error + Send + Sync>>,
    {
        let Err(undeleted) = self.store.delete(&record.idempotency_key).await else { return error };
        let undeleted = IdempotencyPersistenceLayerError::of(Call::Delete, undeleted);
        errtax::Error::new(IdempotencyPersistenceLayerError { handler_error: Some(Cause::new(error)), ..undeleted })
            .into()
    }
}

/// What was answered before.
fn response<T: DeserializeOwned>(there: &DataRecord) -> errtax::Result<T> {
    let json = if there.response_data.is_empty() { "null" } else { &there.response_data };
    serde_json::from_str(json).map_err(|error| unfit("Model type does not match expected payload output", error))
}

fn unfit(message: &str, error: serde_json::Error) -> errtax::Error {
    IdempotencyModelTypeError(BaseError::wrapping(message, error)).into()
}

fn failed(call: Call, error: errtax::Error) -> errtax::Error {
    IdempotencyPersistenceLayerError::of(call, error).into()
}

fn inconsistent(message: &str, error: errtax::Error) -> errtax::Error {
    IdempotencyInconsistentStateError(BaseError::new(message).with_cause(error)).into()
}
