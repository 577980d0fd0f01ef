//! One rule of recognition, key by key.

use crate::retry::Retry;
use crate::rule::{CodeKey, Rule, ServiceKey, TransportKey};

/// The keys that a rule states.
#[derive(Clone, Copy, Debug)]
pub struct RuleFacts {
    pub code: Option<&'static str>,
    pub prefix: Option<&'static str>,
    /// `*` is any.
    pub service: Option<&'static str>,
    pub operation: Option<&'static str>,
    pub message_prefix: Option<&'static str>,
    pub status: Option<u16>,
    /// The word of the grammar; `*` is any.
    pub transport: Option<&'static str>,
    pub is_fallback: bool,
    pub retry: Option<Retry>,
    pub texts: &'static [&'static str],
}

/// Whatever it is.
const ANY: &str = "*";

impl RuleFacts {
    pub(super) fn of(rule: &'static Rule) -> Self {
        let (code, prefix) = match rule.code {
            CodeKey::Exact(code) => (Some(code), None),
            CodeKey::Prefix(prefix) => (None, Some(prefix)),
            CodeKey::None => (None, None),
        };
        Self {
            code,
            prefix,
            service: match rule.service {
                ServiceKey::OfClass => None,
                ServiceKey::Named(service) => Some(service),
                ServiceKey::Any => Some(ANY),
            },
            operation: rule.operation,
            message_prefix: rule.message_prefix,
            status: rule.status,
            transport: match rule.transport {
                TransportKey::None => None,
                TransportKey::Any => Some(ANY),
                TransportKey::Kind(kind) => Some(kind.word()),
            },
            is_fallback: rule.fallback,
            retry: rule.retry,
            texts: rule.texts,
        }
    }
}
