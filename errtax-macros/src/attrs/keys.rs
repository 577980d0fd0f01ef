//! The receivers: which keys an attribute has, and of what kind the value of each is.

use darling::FromMeta;

use super::classes::{CratePath, DefaultFn};
use super::codes::{Codes, OwnCode};
use super::given::Unknown;
use super::names::{Domain, ProblemBase, ProblemType};
use super::texts::{HeaderName, Name, Template, Text};
use super::words::{AnyStatus, ErrorStatus, Word};
use crate::facts::{At, ClassPath, Fault, Renaming, Retry, Retryable, Service, Transport};

/// The keys of an attribute, and where a key may belong that is none of them.
pub(super) trait Keys: FromMeta + Default {
    /// The other attribute at the same place.
    type Other: FromMeta;
    const OTHER: &str;
}

impl Keys for ClassKeys {
    type Other = RuleKeys;
    const OTHER: &str = "wire";
}

impl Keys for RuleKeys {
    type Other = ClassKeys;
    const OTHER: &str = "service_error";
}

impl Keys for FieldMark {
    type Other = RoleKeys;
    const OTHER: &str = "wire";
}

impl Keys for RoleKeys {
    type Other = FieldMark;
    const OTHER: &str = "service_error";
}

/// `#[service_error(…)]` on a type: what the class is.
#[derive(Debug, Default, FromMeta)]
pub(crate) struct ClassKeys {
    pub(crate) parent: Option<At<ClassPath>>,
    pub(crate) also: Option<At<Vec<ClassPath>>>,
    pub(crate) code: Option<At<OwnCode>>,
    pub(crate) status: Option<At<ErrorStatus>>,
    pub(crate) retryable: Option<At<Retryable>>,
    pub(crate) members: Option<At<Renaming>>,
    pub(crate) out: Option<At<Word>>,
    pub(crate) fault: Option<At<Fault>>,
    pub(crate) service: Option<At<Text>>,
    pub(crate) problem: Option<At<ProblemBase>>,
    pub(crate) domain: Option<At<Domain>>,
    pub(crate) category: Option<At<Word>>,
    pub(crate) local: Option<At<Word>>,
    pub(crate) expose: Option<At<Word>>,
    pub(crate) id: Option<At<Text>>,
    #[darling(rename = "crate")]
    pub(crate) krate: Option<At<CratePath>>,
    #[darling(flatten)]
    _unknown: Unknown,
}

/// `#[wire(…)]` on a type: one rule under which the class is recognised.
#[derive(Debug, Default, FromMeta)]
pub(crate) struct RuleKeys {
    pub(crate) code: Option<At<Codes>>,
    pub(crate) problem: Option<At<ProblemType>>,
    pub(crate) message_prefix: Option<At<Text>>,
    pub(crate) service: Option<At<Service>>,
    pub(crate) operation: Option<At<Text>>,
    pub(crate) status: Option<At<AnyStatus>>,
    pub(crate) transport: Option<At<Transport>>,
    pub(crate) fallback: Option<At<Word>>,
    pub(crate) retryable: Option<At<Retry>>,
    pub(crate) text: Option<At<Template>>,
    #[darling(flatten)]
    _unknown: Unknown,
}

/// `#[service_error(…)]` on a field.
#[derive(Debug, Default, FromMeta)]
pub(crate) struct FieldMark {
    pub(crate) base: Option<At<Word>>,
    #[darling(flatten)]
    _unknown: Unknown,
}

/// `#[wire(…)]` on a field: where it is filled from.
#[derive(Debug, Default, FromMeta)]
pub(crate) struct RoleKeys {
    pub(crate) response: Option<At<Word>>,
    pub(crate) message: Option<At<Word>>,
    pub(crate) request_id: Option<At<Word>>,
    pub(crate) member: Option<At<Name>>,
    pub(crate) header: Option<At<HeaderName>>,
    pub(crate) context: Option<At<Name>>,
    pub(crate) retry_after: Option<At<Word>>,
    pub(crate) cause: Option<At<Word>>,
    pub(crate) default: Option<At<DefaultFn>>,
    #[darling(flatten)]
    _unknown: Unknown,
}
