//! The idempotency utility of Powertools for AWS Lambda.
#![forbid(unsafe_code)]

mod client_error;
mod config;
mod dynamodb;
mod exceptions;
mod hash;
mod idempotency;
mod memory;
mod record;
mod store;

pub use client_error::{
    AccessDeniedException, ClientError, ConditionalCheckFailedException, CredentialsError, InternalServerError,
    ItemCollectionSizeLimitExceededException, NoAnswer, ProvisionedThroughputExceededException,
    ReplicatedWriteConflictException, RequestLimitExceeded, ResourceNotFoundException, ThrottlingException,
    TransactionConflictException,
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
pub use memory::{Call, MemoryStore};
pub use record::{DataRecord, Status};
pub use store::Store;
