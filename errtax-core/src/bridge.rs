//! Foreign types and ours: a feature a file.

#[cfg(feature = "anyhow")]
pub mod anyhow;
#[cfg(feature = "aws-sdk")]
pub mod aws_sdk;
#[cfg(feature = "eyre")]
pub mod eyre;
#[cfg(any(feature = "aws-sdk", feature = "redis1"))]
mod io;
#[cfg(feature = "redis1")]
pub mod redis1;
#[cfg(feature = "tracing")]
pub mod tracing;
