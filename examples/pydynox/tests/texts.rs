//! The fixed texts, 75 of them: what each code of each service reads as, and what the lack of an answer does.

use errtax::{ErrorResponse, Transport};
use pydynox::{PydynoxException, in_transaction, on_kms, on_object, on_table};

const SLOW: &str = "{service} request rate too high. Try again with exponential backoff.";
const DENIED: &str = "Access denied to {service}: Check your IAM permissions.";
const EXPIRED: &str = "AWS credentials have expired. Refresh your session token.";

/// Of all three services.
const COMMON: [(&str, &str); 14] = [
    ("UnrecognizedClientException", "Invalid AWS credentials. Check your access key and secret."),
    ("InvalidAccessKeyId", "Invalid AWS access key ID. Check your credentials."),
    ("SignatureDoesNotMatch", "AWS signature mismatch. Check your secret access key."),
    ("ExpiredTokenException", EXPIRED),
    ("ExpiredToken", EXPIRED),
    ("AccessDeniedException", DENIED),
    ("AccessDenied", DENIED),
    ("ProvisionedThroughputExceededException", SLOW),
    ("LimitExceededException", SLOW),
    ("RequestLimitExceeded", SLOW),
    ("Throttling", SLOW),
    ("ThrottlingException", SLOW),
    ("SlowDown", SLOW),
    ("TooManyRequestsException", SLOW),
];

/// Of one, with a table, a bucket and a key.
const OWN: [(&str, &str, &str); 23] = [
    ("DynamoDB", "ResourceNotFoundException", "Table 't' not found"),
    ("DynamoDB", "ResourceInUseException", "Table 't' already exists"),
    ("DynamoDB", "ValidationException", "unhandled error (ValidationException)"),
    ("DynamoDB", "ItemCollectionSizeLimitExceededException", "Item collection size limit exceeded"),
    ("DynamoDB", "ConditionalCheckFailedException", "The condition expression evaluated to false"),
    ("DynamoDB", "TransactionCanceledException", "Transaction was canceled"),
    ("DynamoDB", "IdempotentParameterMismatchException", "Client request token was reused with different parameters"),
    ("S3", "NoSuchBucket", "S3 bucket 'b' not found"),
    ("S3", "NoSuchKey", "S3 object 'b/k' not found"),
    ("S3", "NotFound", "S3 object 'b/k' not found"),
    ("S3", "BucketAlreadyExists", "S3 bucket 'b' already exists"),
    ("S3", "BucketAlreadyOwnedByYou", "S3 bucket 'b' already exists"),
    ("S3", "InvalidBucketName", "Invalid S3 bucket name"),
    ("S3", "EntityTooLarge", "S3 object too large"),
    ("S3", "MaxSizeExceeded", "S3 object too large"),
    ("S3", "InvalidRange", "Invalid byte range for S3 object"),
    ("KMS", "NotFoundException", "KMS key not found. Check the key ID or alias."),
    ("KMS", "DisabledException", "KMS key is disabled."),
    ("KMS", "InvalidKeyUsageException", "KMS key cannot be used for this operation."),
    ("KMS", "KeyUnavailableException", "KMS key is not available. Try again later."),
    ("KMS", "InvalidCiphertextException", "Invalid ciphertext. Data may be corrupted."),
    ("KMS", "IncorrectKeyException", "Wrong KMS key used for decryption."),
    ("KMS", "InvalidGrantTokenException", "Invalid grant token."),
];

/// Of no answer.
const NONE: [(Transport, &str); 3] = [
    (Transport::Timeout, "Connection timed out to {service}. Check your network or endpoint."),
    (Transport::Connect, "Connection failed to {service} (I/O error). Check if the endpoint is reachable."),
    (Transport::Other, "Connection failed to {service}. Check if the endpoint is reachable."),
];

fn text(service: &str, response: ErrorResponse) -> String {
    let response = match service {
        "DynamoDB" => on_table("PutItem", "t")(response),
        "S3" => on_object("GetObject", "b", "k")(response),
        _ => on_kms("Decrypt")(response),
    };
    errtax::classify::<PydynoxException>(response).to_string()
}

#[test]
fn each_code_of_each_service_and_each_lack_of_an_answer_has_its_text() {
    let mut texts = 0;
    let mut reads = |service: &str, response: ErrorResponse, expected: &str| {
        assert_eq!(text(service, response.clone()), expected.replace("{service}", service), "{response:?}");
        texts += 1;
    };
    let coded = |code: &str| ErrorResponse::new().with_code(code);
    for service in ["DynamoDB", "S3", "KMS"] {
        for (code, expected) in COMMON {
            reads(service, coded(code), expected);
        }
        for (kind, expected) in NONE {
            reads(service, ErrorResponse::new().with_transport(kind), expected);
        }
    }
    for (service, code, expected) in OWN {
        reads(service, coded(code), expected);
    }
    let without = "No AWS credentials found. Configure credentials via environment variables (AWS_ACCESS_KEY_ID, \
                   AWS_SECRET_ACCESS_KEY), AWS profile, or IAM role.";
    reads("DynamoDB", ErrorResponse::new().with_transport(Transport::Credentials), without);
    assert_eq!(texts, 75);
}

/// Two more, which the original ends with how Rust shows the SDK's error; here, that is the source.
#[test]
fn what_failed_on_this_side_has_a_text_as_well() {
    for service in ["DynamoDB", "S3", "KMS"] {
        let reads = |kind| text(service, ErrorResponse::new().with_transport(kind));
        assert_eq!(reads(Transport::Build), "Failed to build request");
        assert_eq!(reads(Transport::Decode), format!("Invalid response from {service}"));
    }
    let nobody = errtax::classify::<PydynoxException>(ErrorResponse::new().with_transport(Transport::Decode));
    assert_eq!(nobody.to_string(), "Invalid response");
}

/// What nobody noted is not named.
#[test]
fn without_a_table_a_bucket_or_a_key_there_is_a_text_as_well() {
    let bare = |service: &str, code: &str| {
        let response = in_transaction("x")(ErrorResponse::new().with_code(code)).with_service(service);
        errtax::classify::<PydynoxException>(response).to_string()
    };
    assert_eq!(bare("DynamoDB", "ResourceNotFoundException"), "Resource not found");
    assert_eq!(bare("DynamoDB", "ResourceInUseException"), "Resource already in use");
    assert_eq!(bare("S3", "NoSuchBucket"), "S3 bucket not found");
    assert_eq!(bare("S3", "NoSuchKey"), "S3 object not found");
    assert_eq!(bare("S3", "BucketAlreadyExists"), "S3 bucket already exists");
}
