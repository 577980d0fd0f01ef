//! Foreign types and ours: a feature a file.

#[cfg(feature = "anyhow")]
pub mod anyhow;
#[cfg(feature = "eyre")]
pub mod eyre;
