//! What DynamoDB, S3 and KMS answer with: the classes of the original, each with the codes that it has.
//!
//! A text is shown where its code was answered. Of several, it is the first that has a value for each of its
//! placeholders: `{table}`, `{bucket}` and `{key}` are what the caller noted (see [`on_table`](crate::on_table)).

#![allow(clippy::duplicated_attributes)] // Several rules of one class are of one service.

use errtax::{ErrorResponse, ServiceError, category};
use thiserror::Error;

use crate::item::Item;

/// Whatever a call to DynamoDB, S3 or KMS can fail with; also what no class below describes.
#[derive(Debug, Error, ServiceError)]
#[error("{response}")]
#[wire(fallback, text("{message}", "unhandled error ({code})", "unhandled error"))]
pub struct PydynoxException {
    #[wire(response)]
    response: ErrorResponse,
}

/// There is no such table, bucket or object.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(also(category::NotFound))]
#[wire(
    service = "DynamoDB",
    code = "ResourceNotFoundException",
    text("Table '{table}' not found", "Resource not found")
)]
#[wire(service = "S3", code = "NoSuchBucket", text("S3 bucket '{bucket}' not found", "S3 bucket not found"))]
#[wire(
    service = "S3",
    code("NoSuchKey", "NotFound"),
    text("S3 object '{bucket}/{key}' not found", "S3 object '{key}' not found", "S3 object not found")
)]
pub struct ResourceNotFoundException {
    #[service_error(base)]
    base: PydynoxException,
}

/// The table or the bucket exists already, or is being changed.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(also(category::Conflict))]
#[wire(
    service = "DynamoDB",
    code = "ResourceInUseException",
    text("Table '{table}' already exists", "Resource already in use")
)]
#[wire(
    service = "S3",
    code("BucketAlreadyExists", "BucketAlreadyOwnedByYou"),
    text("S3 bucket '{bucket}' already exists", "S3 bucket already exists")
)]
pub struct ResourceInUseException {
    #[service_error(base)]
    base: PydynoxException,
}

/// The service does not accept the request as it is.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(also(category::InvalidInput))]
#[wire(service = "DynamoDB", code = "ValidationException", text("{message}", "unhandled error ({code})"))]
#[wire(
    service = "DynamoDB",
    code = "ItemCollectionSizeLimitExceededException",
    text = "Item collection size limit exceeded"
)]
#[wire(service = "S3", code = "InvalidBucketName", text = "Invalid S3 bucket name")]
#[wire(service = "S3", code("EntityTooLarge", "MaxSizeExceeded"), text = "S3 object too large")]
#[wire(service = "S3", code = "InvalidRange", text = "Invalid byte range for S3 object")]
pub struct ValidationException {
    #[service_error(base)]
    base: PydynoxException,
}

/// The condition of a put, an update or a delete was false.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(also(category::Conflict))]
#[wire(
    service = "DynamoDB",
    code = "ConditionalCheckFailedException",
    text = "The condition expression evaluated to false"
)]
pub struct ConditionalCheckFailedException {
    #[service_error(base)]
    base: PydynoxException,
    /// The item that is there, if there is one and the request asked for it
    /// (`ReturnValuesOnConditionCheckFailure`).
    #[wire(member = "Item")]
    pub item: Option<Item>,
}

/// The token of an earlier request came with other parameters.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(retryable = false, also(category::InvalidInput))]
#[wire(
    service = "DynamoDB",
    code = "IdempotentParameterMismatchException",
    text("{message}", "Client request token was reused with different parameters")
)]
pub struct IdempotentParameterMismatchException {
    #[service_error(base)]
    base: PydynoxException,
}

/// More requests than the service takes in a time, or than a quota allows.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(retryable(throttling), also(category::Throttled))]
#[wire(
    code(
        "ProvisionedThroughputExceededException",
        "LimitExceededException",
        "RequestLimitExceeded",
        "Throttling",
        "ThrottlingException",
        "SlowDown",
        "TooManyRequestsException"
    ),
    text = "{service} request rate too high. Try again with exponential backoff."
)]
pub struct ProvisionedThroughputExceededException {
    #[service_error(base)]
    base: PydynoxException,
}

/// There are no credentials, or none that the service takes.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(also(category::Unauthenticated))]
#[wire(
    transport(credentials),
    text = "No AWS credentials found. Configure credentials via environment variables (AWS_ACCESS_KEY_ID, \
            AWS_SECRET_ACCESS_KEY), AWS profile, or IAM role."
)]
#[wire(code = "UnrecognizedClientException", text = "Invalid AWS credentials. Check your access key and secret.")]
#[wire(code = "InvalidAccessKeyId", text = "Invalid AWS access key ID. Check your credentials.")]
#[wire(code = "SignatureDoesNotMatch", text = "AWS signature mismatch. Check your secret access key.")]
#[wire(
    code("ExpiredTokenException", "ExpiredToken"),
    text = "AWS credentials have expired. Refresh your session token."
)]
pub struct CredentialsException {
    #[service_error(base)]
    base: PydynoxException,
}

/// A class for the codes of a denial: the one of KMS differs from the other in what it is besides.
macro_rules! denied {
    ($(#[$attribute:meta])* $name:ident below $parent:ident of service $service:tt) => {
        #[derive(Debug, Error, ServiceError)]
        $(#[$attribute])*
        #[error("{base}")]
        #[wire(
            service = $service,
            code("AccessDeniedException", "AccessDenied"),
            text("Access denied to {service}: {message}", "Access denied to {service}: Check your IAM permissions.")
        )]
        pub struct $name {
            #[service_error(base)]
            base: $parent,
        }
    };
}

denied! {
    /// The caller may not do this.
    #[service_error(also(category::Denied))]
    AccessDeniedException below PydynoxException of service any
}

denied! {
    /// The caller may not use the key: denied, and an encryption failure as well.
    ///
    /// Denied first, as the original has it and as its codes say; whoever asks for an [`EncryptionException`] gets it, too.
    #[service_error(also(EncryptionException))]
    KmsAccessDenied below AccessDeniedException of service "KMS"
}

/// Data could not be encrypted or decrypted, for whatever reason: [`KmsException`],
/// [`InvalidEnvelope`](crate::InvalidEnvelope) and [`KmsAccessDenied`] are.
///
/// A category, and so without values of its own: a class that has some has one parent only, and who may not use a key
/// is denied as well. A category may be named by `also`.
#[derive(ServiceError)]
#[service_error(category, parent = PydynoxException)]
pub enum EncryptionException {}

/// KMS failed.
#[derive(Debug, Error, ServiceError)]
#[error("{response}")]
#[service_error(parent = EncryptionException, service = "KMS")]
#[wire(code = "NotFoundException", text = "KMS key not found. Check the key ID or alias.")]
#[wire(code = "DisabledException", text = "KMS key is disabled.")]
#[wire(code = "InvalidKeyUsageException", text = "KMS key cannot be used for this operation.")]
#[wire(code = "KeyUnavailableException", retryable, text = "KMS key is not available. Try again later.")]
#[wire(code = "InvalidCiphertextException", text = "Invalid ciphertext. Data may be corrupted.")]
#[wire(code = "IncorrectKeyException", text = "Wrong KMS key used for decryption.")]
#[wire(code = "InvalidGrantTokenException", text = "Invalid grant token.")]
#[wire(
    fallback,
    text(
        "KMS operation failed: {message}",
        "KMS operation failed: unhandled error ({code})",
        "KMS operation failed: unhandled error"
    )
)]
pub struct KmsException {
    #[wire(response)]
    response: ErrorResponse,
}

/// S3 failed in a way that no other class describes.
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(service = "S3")]
#[wire(
    fallback,
    text(
        "S3 operation failed: {message}",
        "S3 operation failed: unhandled error ({code})",
        "S3 operation failed: unhandled error"
    )
)]
pub struct S3Exception {
    #[service_error(base)]
    base: PydynoxException,
}

/// The older name of [`S3Exception`].
pub type S3AttributeException = S3Exception;
