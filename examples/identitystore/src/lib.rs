//! The errors of AWS `IdentityStore`, as Python knows them from boto3: the same classes, texts and facts, declared once.
//!
//! | here | in Python |
//! |---|---|
//! | [`AwsError`] | `(ClientError, BotoCoreError)`, which have nothing in common but `Exception` |
//! | [`ClientError`] | `botocore.exceptions.ClientError`: the service answered with an error |
//! | [`IdentityStoreError`], and the seven classes below it | `client.exceptions`, made at run time out of the model |
//! | [`failure::BotoCoreError`], and the classes below it | `botocore.exceptions.BotoCoreError`: there is no answer |
//! | [`exceptions`], [`from_code`] | the attributes of `client.exceptions`, and its `from_code` |
//! | [`boto3_response`] | `e.response` |
//!
//! With [`errtax::Classify`] in scope, what the AWS SDK for Rust fails with is sorted in one line:
//!
//! ```
//! use errtax::{Classify, catch};
//! use identitystore::{AwsError, ConflictException, calling};
//! # use aws_sdk_identitystore::{config::http::HttpResponse, error::{ErrorMetadata, SdkError}};
//!
//! # let answer = r#"{"__type": "ConflictException", "Message": "taken", "Reason": "UNIQUENESS_CONSTRAINT_VIOLATION"}"#;
//! # let raw = HttpResponse::new(400.try_into().unwrap(), answer.into());
//! # let sent: Result<(), _> = Err(SdkError::service_error(ErrorMetadata::builder().build(), raw));
//! // let sent = client.create_user().user_name("ines").send().await;
//! let error = sent.classify_with::<AwsError>(calling("CreateUser")).unwrap_err();
//! assert_eq!(error.to_string(), "An error occurred (ConflictException) when calling the CreateUser operation: taken");
//! catch!(error => {
//!     e: ConflictException => assert!(e.reason.is_some() && !error.is_retryable()),
//!     _ => unreachable!(),
//! });
//! ```
#![forbid(unsafe_code)]

mod boto3_response;
mod client_error;
mod exceptions;
pub mod failure;
mod reasons;

use errtax::{Classifier, ErrorResponse, ServiceError, Taxon};

pub use boto3_response::boto3_response;
pub use client_error::ClientError;
pub use exceptions::{
    AccessDeniedException, ConflictException, IdentityStoreError, InternalServerException, ResourceNotFoundException,
    ServiceQuotaExceededException, ThrottlingException, ValidationException,
};
pub use reasons::{
    AccessDeniedReason, ConflictReason, ResourceNotFoundReason, ResourceType, ThrottlingReason, ValidationReason,
};

/// Whatever a call to a service of AWS can fail with: an answer ([`ClientError`]), or none ([`failure::BotoCoreError`]).
#[derive(ServiceError)]
#[service_error(category)]
pub enum AwsError {}

/// Notes what only the caller knows: that `IdentityStore` was called, and for which operation. The number of requests
/// that were sent is noted under `attempts`: the text then says so, where it was given up what may be repeated.
///
/// ```
/// use errtax::ErrorResponse;
/// use identitystore::{AwsError, calling};
///
/// let response = ErrorResponse::new().with_code("ThrottlingException").with_message("slow down");
/// let error = errtax::classify::<AwsError>(calling("ListUsers")(response).with_context("attempts", 3));
/// assert_eq!(
///     error.to_string(),
///     "An error occurred (ThrottlingException) when calling the ListUsers operation (reached max retries: 2): slow down",
/// );
/// ```
pub fn calling(operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    let service = IdentityStoreError::TAXON.service().unwrap_or_default();
    move |response| response.with_service(service).with_operation(operation)
}

/// The classes that the service's answers become, by name.
///
/// ```
/// let names: Vec<_> = identitystore::exceptions().map(|class| class.name()).collect();
/// assert_eq!(names.len(), 7);
/// assert_eq!((names[0], names[6]), ("AccessDeniedException", "ValidationException"));
/// ```
pub fn exceptions() -> impl Iterator<Item = &'static Taxon> {
    Classifier::of::<IdentityStoreError>().taxa().filter(|class| class.code().is_some())
}

/// The class that a code means; of a code that the service's model does not know, [`ClientError`].
///
/// ```
/// assert_eq!(identitystore::from_code("ConflictException").name(), "ConflictException");
/// assert_eq!(identitystore::from_code("BrandNew").name(), "ClientError");
/// ```
pub fn from_code(code: &str) -> &'static Taxon {
    Classifier::of::<IdentityStoreError>().by_code(code).unwrap_or(ClientError::TAXON)
}
