//! The code lists by which the AWS SDKs decide whether to try again.

use crate::retry::Retry;

/// What the SDKs' lists say of a code: those of botocore's standard mode, which smithy-rs, Go v2 and JavaScript v3
/// share. `PriorRequestNotComplete` stands in two lists of botocore's; the others call it throttling.
pub(crate) fn listed(code: &str) -> Option<Retry> {
    match code {
        "Throttling"
        | "ThrottlingException"
        | "ThrottledException"
        | "RequestThrottledException"
        | "TooManyRequestsException"
        | "ProvisionedThroughputExceededException"
        | "TransactionInProgressException"
        | "RequestLimitExceeded"
        | "BandwidthLimitExceeded"
        | "LimitExceededException"
        | "RequestThrottled"
        | "SlowDown"
        | "PriorRequestNotComplete"
        | "EC2ThrottledException" => Some(Retry::Throttling),
        "RequestTimeout" | "RequestTimeoutException" => Some(Retry::Transient),
        _ => None,
    }
}
