//! The errors of DynamoDB, S3 and KMS, as Python knows them from pydynox: the same classes and texts, declared once.
//!
//! | here | in Python |
//! |---|---|
//! | [`PydynoxException`], and the classes below it | the same, by the same names |
//! | [`S3AttributeException`], another name of [`S3Exception`] | a class below `S3Exception`, that nothing raises |
//! | [`ItemTooLargeException`] | the same, but no `PydynoxException` |
//! | [`KmsAccessDenied`], [`ConnectionTimeout`], [`ConnectionRefused`], [`HostNotFound`] | their parents |
//! | [`EncryptionFailure`], a category | nothing: who is not allowed to use a key is denied only |
//! | [`InvalidRequest`], [`InvalidEnvelope`], [`TableNotActive`] | `ValueError`, `TimeoutError` |
//! | [`retry_on_throttle`] | what a client with a rate limiter does |
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
mod exceptions;
mod item;
mod throttling;
mod transaction;

pub use calls::{in_transaction, on_bucket, on_kms, on_object, on_table};
pub use client_side::{
    InvalidEnvelope, InvalidRequest, ItemTooLargeException, LockLost, LockNotAcquired, LockReleaseError,
    LockTableNotFound, SerializationException, TableNotActive, released,
};
pub use connection::{ConnectionException, ConnectionRefused, ConnectionTimeout, HostNotFound};
pub use exceptions::{
    AccessDeniedException, ConditionalCheckFailedException, CredentialsException, EncryptionException,
    EncryptionFailure, IdempotentParameterMismatchException, KmsAccessDenied, ProvisionedThroughputExceededException,
    PydynoxException, ResourceInUseException, ResourceNotFoundException, S3AttributeException, S3Exception,
    ValidationException,
};
pub use item::{AttributeValue, Item, plain};
pub use throttling::retry_on_throttle;
pub use transaction::{CancellationCode, CancellationReason, TransactionCanceledException};
