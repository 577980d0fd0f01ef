//! The idempotency utility of Powertools for AWS Lambda: a handler runs once for each event, and what it answered is
//! answered again. Its errors are the original's, declared once.
//!
//! | here | in Python |
//! |---|---|
//! | [`Idempotency`], [`Config`] | `IdempotencyHandler` behind `@idempotent`, `IdempotencyConfig` |
//! | [`Store`], [`DynamoDbStore`], [`DataRecord`] | `BasePersistenceLayer`, `DynamoDBPersistenceLayer`, `DataRecord` |
//! | [`MemoryStore`] | nothing: tests there replace the client |
//! | [`BaseError`], and the thirteen classes below it | the same, by the same names |
//! | [`ClientError`], and the classes below it: why a store in DynamoDB fails | `botocore.exceptions.ClientError` |
//! | [`CacheMode`], [`connect_to_cache`], [`Serializer`]: what is refused where a cache or a serialiser is made | parts of `RedisConnection`, `DataclassSerializer`, `PydanticSerializer` |
//!
//! ```
//! use errtax::{ErrorResponse, catch, category};
//! use powertools_idempotency::{
//!     Call, ClientError, Config, Idempotency, IdempotencyAlreadyInProgressError, IdempotencyPersistenceLayerError,
//!     MemoryStore,
//! };
//! use serde_json::json;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let orders = Idempotency::new(Config::new("orders").with_event_key("order")?, MemoryStore::default());
//! // In production: `DynamoDbStore::new(client, "idempotency")`, which fails by itself.
//! orders.store().fail(Call::Put, errtax::classify::<ClientError>(ErrorResponse::new().with_code("ThrottlingException")));
//!
//! let place = async || Ok::<_, errtax::Error>("placed".to_owned());
//! let error = orders.handle(&json!({"order": 7}), None, place).await.unwrap_err();
//! catch!(error => {
//!     e: IdempotencyPersistenceLayerError => {
//!         assert_eq!(e.call, Some(Call::Put)); // so the handler has not run
//!         assert!(error.is_retryable() && errtax::find_a::<category::Throttled>(&error).is_some());
//!     }
//!     e: IdempotencyAlreadyInProgressError => println!("somebody else does: {e}"),
//!     _ => println!("{}", errtax::report(&error)),
//! });
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]

mod cache;
mod call;
mod client_error;
mod config;
mod dynamodb;
mod exceptions;
mod functions;
mod hash;
mod idempotency;
mod memory;
mod record;
mod serializer;
mod store;

pub use cache::{CacheMode, connect_to_cache};
pub use call::Call;
pub use client_error::{
    AccessDeniedException, ClientError, ConditionalCheckFailedException, CredentialsError, InternalFailure,
    InternalServerError, ItemCollectionSizeLimitExceededException, NoAnswer, ProvisionedThroughputExceededException,
    ReplicatedWriteConflictException, RequestLimitExceeded, ResourceNotFoundException, ServiceUnavailable,
    ThrottlingException, TimedOut, TransactionConflictException, ValidationException,
};
pub use config::Config;
pub use dynamodb::{Attributes, DynamoDbStore};
pub use exceptions::{
    BaseError, IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError, IdempotencyInvalidStatusError,
    IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError, IdempotencyKeyError, IdempotencyModelTypeError,
    IdempotencyNoSerializationModelError, IdempotencyPersistenceConfigError, IdempotencyPersistenceConnectionError,
    IdempotencyPersistenceConsistencyError, IdempotencyPersistenceLayerError, IdempotencyValidationError,
};
pub use idempotency::Idempotency;
pub use memory::MemoryStore;
pub use record::{DataRecord, Status};
pub use serializer::Serializer;
pub use store::Store;
