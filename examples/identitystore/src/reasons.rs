//! The reasons in the members: open enums, as the service may name new ones at any time.

use serde::{Deserialize, Serialize};

/// Why access was denied.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AccessDeniedReason {
    /// The caller may not use the key.
    KmsAccessDenied,
    /// A reason that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// What conflicts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ConflictReason {
    /// Another resource has the name already: the same request will fail again.
    UniquenessConstraintViolation,
    /// Another request is changing the resource: this one may be repeated.
    ConcurrentModification,
    /// A reason that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// Why something was not found that is not in the store itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ResourceNotFoundReason {
    /// The key does not exist.
    KmsKeyNotFound,
    /// A reason that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// What was not found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ResourceType {
    /// A group.
    Group,
    /// A user.
    User,
    /// The store.
    IdentityStore,
    /// A user's membership in a group.
    GroupMembership,
    /// The policy on a resource.
    ResourcePolicy,
    /// A type that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// What allows fewer requests.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ThrottlingReason {
    /// The key may not be used so often.
    KmsThrottling,
    /// A reason that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// What is wrong with the key.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ValidationReason {
    /// Its ARN is none.
    KmsInvalidArn,
    /// It is not for this use.
    KmsInvalidKeyUsage,
    /// It is in a state that allows no use.
    KmsInvalidState,
    /// It is disabled.
    KmsDisabled,
    /// A reason that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(String),
}
