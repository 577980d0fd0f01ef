//! The headers in which a request's id stands.

/// Those of AWS services: the first is the one that is written.
pub(super) const AWS: [&str; 3] = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];

/// The one that most others have agreed on.
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem"))]
pub(super) const COMMON: &str = "x-request-id";
