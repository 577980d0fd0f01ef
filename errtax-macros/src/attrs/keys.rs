//! The receivers: which keys an attribute has, and of what kind the value of each is.

use darling::FromMeta;

use super::classes::{CratePath, DefaultFn};
use super::codes::{Codes, OwnCode};
use super::given::Unknown;
use super::lists::{Statuses, Transports};
use super::names::{Domain, ProblemBase, ProblemType};
use super::texts::{HeaderName, Name, Templates, Text};
use super::words::{ErrorStatus, Word};
use crate::facts::{At, ClassPath, Fault, Renaming, Retry, Retryable, Service};

/// The keys of an attribute, and where a key may belong that is none of them.
pub(super) trait Keys: FromMeta + Default {
    /// The attribute's name.
    const NAME: &str;
    /// Where it stands.
    const PLACE: &str;
    /// What else one who writes a key of [`Elsewhere`](Self::Elsewhere) here may want.
    const OR: &str = "";
    /// The other attribute at the same place.
    type Other: Keys;
    /// The attribute of the same name at the other place.
    type Elsewhere: Keys;
}

impl Keys for ClassKeys {
    const NAME: &str = "service_error";
    const PLACE: &str = "on the type or the variant";
    type Other = RuleKeys;
    type Elsewhere = FieldMark;
}

impl Keys for RuleKeys {
    const NAME: &str = "wire";
    const PLACE: &str = "on the type or the variant";
    type Other = ClassKeys;
    type Elsewhere = RoleKeys;
}

impl Keys for FieldMark {
    const NAME: &str = "service_error";
    const PLACE: &str = "on the field";
    type Other = RoleKeys;
    type Elsewhere = ClassKeys;
}

impl Keys for RoleKeys {
    const NAME: &str = "wire";
    const PLACE: &str = "on the field";
    const OR: &str = ", or write `response` to keep the whole answer in this field";
    type Other = FieldMark;
    type Elsewhere = RuleKeys;
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
    pub(crate) status: Option<At<Statuses>>,
    pub(crate) transport: Option<At<Transports>>,
    pub(crate) fallback: Option<At<Word>>,
    pub(crate) retryable: Option<At<Retry>>,
    pub(crate) text: Option<At<Templates>>,
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
