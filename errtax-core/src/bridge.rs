//! Foreign types and ours: a feature a file.

#[cfg(feature = "anyhow")]
pub mod anyhow;
#[cfg(feature = "aws-sdk")]
pub mod aws_sdk;
#[cfg(feature = "axum08")]
pub mod axum08;
#[cfg(feature = "eyre")]
pub mod eyre;
#[cfg(all(
    feature = "http1",
    any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp")
))]
mod http1;
#[cfg(any(feature = "aws-sdk", feature = "redis1", feature = "tonic014"))]
mod io;
#[cfg(feature = "redis1")]
pub mod redis1;
#[cfg(feature = "tonic014")]
pub mod tonic014;
#[cfg(feature = "tracing")]
pub mod tracing;
