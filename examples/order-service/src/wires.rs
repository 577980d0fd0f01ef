//! The two ways to write an error: which is asked for, how it is written, and how it is read.

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode, header::ACCEPT};
use errtax::wire::{Answer, Request, aws_json, problem};
use errtax::{ErrorResponse, ServiceError};

/// How a client wants its errors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wire {
    /// Problem details (RFC 9457).
    Problem,
    /// As AWS's services with `awsJson1_1` answer.
    AwsJson,
}

impl Wire {
    /// What the client accepts; of others than AWS's, problem details.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let accepts = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
        if accepts.is_some_and(|types| types.contains(Self::AwsJson.content_type())) {
            Self::AwsJson
        } else {
            Self::Problem
        }
    }

    /// The type of an answer's body.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Problem => "application/problem+json",
            Self::AwsJson => "application/x-amz-json-1.1",
        }
    }

    /// Any service error as an answer: what may be said is the library's to decide.
    pub fn encode(self, error: &dyn ServiceError, request: Request<'_>) -> Answer {
        match self {
            Self::Problem => problem::encode_for(error, request),
            Self::AwsJson => aws_json::encode_for(error, request).with_header("content-type", self.content_type()),
        }
    }

    /// An answer with an error, as data.
    pub fn decode(self, status: StatusCode, headers: &HeaderMap, body: &Bytes) -> ErrorResponse {
        match self {
            Self::Problem => problem::decode(status.as_u16(), headers, body),
            Self::AwsJson => aws_json::decode(status.as_u16(), headers, body),
        }
    }
}
