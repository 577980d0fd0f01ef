//! Answers to classify without a server.
//!
//! The first three were given by moto 5.2.5; what moto never answers is written by hand, after the service's model.

/// An answer, and the operation that it was given to.
pub(crate) struct Recorded {
    pub(crate) operation: &'static str,
    pub(crate) status: u16,
    pub(crate) headers: &'static [(&'static str, &'static str)],
    pub(crate) body: &'static str,
    /// How many requests were sent before this answer was taken.
    pub(crate) attempts: u32,
}

pub(crate) const ANSWERS: &[Recorded] = &[
    Recorded {
        operation: "CreateUser",
        status: 400,
        headers: &[("x-amzn-requestid", "XhrGN5pycxUewUMp9P3djBwAapPiRH0hd3STL9iTYO3vBLiQ2qDy")],
        body: r#"{"__type": "ConflictException", "RequestId": "178936da-50ad-4d58-8871-22d9979e8658example", "Message": "Duplicate UserName", "ResourceType": null, "Reason": "UNIQUENESS_CONSTRAINT_VIOLATION"}"#,
        attempts: 1,
    },
    Recorded {
        operation: "DescribeUser",
        status: 400,
        headers: &[("x-amzn-requestid", "hYRqFyPp2eX17cSzP93qnt9zlrzlWWLUnJb80XkKE3qoDTBircx2")],
        body: r#"{"__type": "ResourceNotFoundException", "RequestId": "178936da-50ad-4d58-8871-22d9979e8658example", "Message": "USER not found.", "ResourceType": "USER", "Reason": null}"#,
        attempts: 1,
    },
    Recorded {
        operation: "GetUserId",
        status: 400,
        headers: &[("x-amzn-requestid", "foygP0Yvk9mIStOYHOyCMO9ZcOTbccqwFbi1bT8WmmIaVC1E4yjc")],
        body: r#"{"__type": "ValidationException", "RequestId": "178936da-50ad-4d58-8871-22d9979e8658example", "Message": "The attribute nope is not a unique attribute", "ResourceType": null, "Reason": null}"#,
        attempts: 1,
    },
    // The same class as the first, and worth another try.
    Recorded {
        operation: "UpdateUser",
        status: 400,
        headers: &[("x-amzn-requestid", "R-4")],
        body: r#"{"__type": "ConflictException", "Message": "The user is being changed", "Reason": "CONCURRENT_MODIFICATION"}"#,
        attempts: 1,
    },
    // A reason that the model did not have when this was written.
    Recorded {
        operation: "UpdateUser",
        status: 400,
        headers: &[("x-amzn-requestid", "R-5")],
        body: r#"{"__type": "ConflictException", "Message": "The user is on holiday", "Reason": "OUT_OF_OFFICE"}"#,
        attempts: 1,
    },
    Recorded {
        operation: "ListUsers",
        status: 400,
        headers: &[("x-amzn-requestid", "R-6")],
        body: r#"{"__type": "ThrottlingException", "Message": "Rate exceeded", "RetryAfterSeconds": 3, "Reason": "KMS_THROTTLING"}"#,
        attempts: 3,
    },
    // No error of IdentityStore's own.
    Recorded {
        operation: "ListUsers",
        status: 400,
        headers: &[("x-amzn-requestid", "R-7")],
        body: r#"{"__type": "UnrecognizedClientException", "message": "The security token included in the request is invalid."}"#,
        attempts: 1,
    },
    // A gateway before the service.
    Recorded {
        operation: "ListUsers",
        status: 503,
        headers: &[("content-type", "text/html")],
        body: "<html><body>try later</body></html>",
        attempts: 2,
    },
];
