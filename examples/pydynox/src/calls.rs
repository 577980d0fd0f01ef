//! What only the caller knows of a call: which service, which operation, on what. A text may name it.
//!
//! Services are named as AWS's models do (`sdkId`).

use errtax::ErrorResponse;

/// Notes a call to a table of DynamoDB.
///
/// ```
/// use errtax::ErrorResponse;
/// use pydynox::{PydynoxException, on_table};
///
/// let response = ErrorResponse::new().with_code("ResourceNotFoundException");
/// let error = errtax::classify::<PydynoxException>(on_table("GetItem", "users")(response));
/// assert_eq!(error.to_string(), "Table 'users' not found");
/// assert_eq!(error.context("table"), Some("users"));
/// ```
pub fn on_table(operation: &str, table: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    move |response| in_transaction(operation)(response).with_context("table", table)
}

/// Notes a call to DynamoDB that is about many tables, or none.
///
/// ```
/// use errtax::ErrorResponse;
/// use pydynox::{PydynoxException, in_transaction};
///
/// let response = ErrorResponse::new().with_code("ResourceNotFoundException");
/// let error = errtax::classify::<PydynoxException>(in_transaction("TransactWriteItems")(response));
/// assert_eq!(error.to_string(), "Resource not found");
/// ```
pub fn in_transaction(operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    called("DynamoDB", operation)
}

/// Notes a call to an object of S3.
///
/// ```
/// use errtax::ErrorResponse;
/// use pydynox::{PydynoxException, on_object};
///
/// let response = ErrorResponse::new().with_code("NoSuchKey");
/// let error = errtax::classify::<PydynoxException>(on_object("GetObject", "photos", "1.png")(response));
/// assert_eq!(error.to_string(), "S3 object 'photos/1.png' not found");
/// ```
pub fn on_object(operation: &str, bucket: &str, key: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    move |response| on_bucket(operation, bucket)(response).with_context("key", key)
}

/// Notes a call to a bucket of S3.
///
/// ```
/// use errtax::ErrorResponse;
/// use pydynox::{PydynoxException, on_bucket};
///
/// let response = ErrorResponse::new().with_code("NoSuchBucket");
/// let error = errtax::classify::<PydynoxException>(on_bucket("ListObjectsV2", "photos")(response));
/// assert_eq!(error.to_string(), "S3 bucket 'photos' not found");
/// ```
pub fn on_bucket(operation: &str, bucket: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    move |response| called("S3", operation)(response).with_context("bucket", bucket)
}

/// Notes a call to KMS.
///
/// ```
/// use errtax::ErrorResponse;
/// use pydynox::{AccessDeniedException, EncryptionException, PydynoxException, on_kms};
///
/// let response = ErrorResponse::new().with_code("AccessDeniedException");
/// let error = errtax::classify::<PydynoxException>(on_kms("Decrypt")(response));
/// assert!(error.is_a::<AccessDeniedException>() && error.is_a::<EncryptionException>());
/// ```
pub fn on_kms(operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    called("KMS", operation)
}

fn called(service: &str, operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    move |response| response.with_service(service).with_operation(operation)
}
