//! A code as AWS protocols write it, and as everybody else reads it.

use alloc::{borrow::ToOwned, string::String};

/// The shape name in a code: what stands before the first `:`, then after the first `#` (Smithy, awsJson1.1
/// §"Operation error serialization": both a namespace and a URI must be dropped). `None` where nothing is left.
///
/// Called where a code is decoded, and nowhere else.
pub(in crate::wire) fn normalised(code: &str) -> Option<String> {
    let before_uri = code.split_once(':').map_or(code, |(name, _)| name);
    let after_namespace = before_uri.split_once('#').map_or(before_uri, |(_, name)| name);
    Some(after_namespace.trim()).filter(|name| !name.is_empty()).map(str::to_owned)
}
