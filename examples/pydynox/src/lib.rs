//! The errors of DynamoDB, S3 and KMS, as Python knows them from pydynox: the same classes and texts, declared once.
//!
//! | here | in Python |
//! |---|---|
//! | [`PydynoxException`], and the classes below it | the same, by the same names |
//! | [`S3AttributeException`], another name of [`S3Exception`] | a class below `S3Exception`, that nothing raises |
//! | [`ItemTooLargeException`] | the same, but no `PydynoxException` |
//! | [`EncryptionException`], a category with [`KmsException`] and [`InvalidEnvelope`] below it | one class |
//! | [`KmsAccessDenied`], an [`AccessDeniedException`] and an [`EncryptionException`] | `AccessDeniedException` alone |
//! | [`ConnectionTimeout`], [`ConnectionRefused`], [`HostNotFound`] | their parent |
//! | [`RequestNotBuilt`], [`InvalidResponse`] | `PydynoxException` |
//! | [`InvalidRequest`], [`SerializationException`], [`TableNotActive`] | `ValueError`, `TypeError`, `TimeoutError` |
//! | [`class_named`] | an attribute of the module `pydynox.exceptions` |
//! | [`Envelope`], [`RequestToken`], [`PyValue`] | what is looked at before a request is sent |
//! | [`LockGuard`], [`wait_until_active`], [`retry_on_throttle`] | `DistributedLock`, and what clients do by themselves |
//!
//! With [`errtax::Classify`] in scope, what the AWS SDK for Rust fails with is sorted in one line:
//!
//! ```
//! use errtax::{Classify, catch};
//! use pydynox::{ConditionalCheckFailedException, PydynoxException, on_table};
//! # use aws_sdk_dynamodb::{config::http::HttpResponse, error::{ErrorMetadata, SdkError}};
//!
//! # let answer = r#"{"__type": "ConditionalCheckFailedException", "Item": {"version": {"N": "2"}}}"#;
//! # let raw = HttpResponse::new(400.try_into().unwrap(), answer.into());
//! # let sent: Result<(), _> = Err(SdkError::service_error(ErrorMetadata::builder().build(), raw));
//! // let sent = client.put_item().table_name("users").send().await;
//! let error = sent.classify_with::<PydynoxException>(on_table("PutItem", "users")).unwrap_err();
//! assert_eq!(error.to_string(), "The condition expression evaluated to false");
//! catch!(error => {
//!     e: ConditionalCheckFailedException => assert_eq!(e.item.as_ref().unwrap()["version"].plain(), 2),
//!     _ => unreachable!(),
//! });
//! ```
#![forbid(unsafe_code)]

mod calls;
mod client_side;
mod connection;
mod envelope;
mod exceptions;
mod item;
mod lock;
mod lock_table;
mod named;
mod py_value;
mod request;
mod request_token;
mod throttling;
mod transaction;
mod waiting;

pub use calls::{in_transaction, on_bucket, on_kms, on_object, on_table};
pub use client_side::{
    InvalidEnvelope, InvalidRequest, ItemTooLargeException, LockLost, LockNotAcquired, LockReleaseError,
    LockTableNotFound, SerializationException, TableNotActive,
};
pub use connection::{ConnectionException, ConnectionRefused, ConnectionTimeout, HostNotFound};
pub use envelope::Envelope;
pub use exceptions::{
    AccessDeniedException, ConditionalCheckFailedException, CredentialsException, EncryptionException,
    IdempotentParameterMismatchException, KmsAccessDenied, KmsException, ProvisionedThroughputExceededException,
    PydynoxException, ResourceInUseException, ResourceNotFoundException, S3AttributeException, S3Exception,
    ValidationException,
};
pub use item::{AttributeValue, Item, plain};
pub use lock::LockGuard;
pub use lock_table::{LockRow, LockTable, MemoryLocks, MemoryTables};
pub use named::class_named;
pub use py_value::PyValue;
pub use request::{InvalidResponse, RequestNotBuilt};
pub use request_token::RequestToken;
pub use throttling::retry_on_throttle;
pub use transaction::{CancellationCode, CancellationReason, TransactionCanceledException};
pub use waiting::wait_until_active;
