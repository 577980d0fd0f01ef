//! One way in which a class is recognised, as data.
//!
//! The derive writes the rules; the index orders and matches them; a response points at the one that claimed it.

mod keys;
mod rank;

pub(crate) use self::keys::{Key, KeyValue};
pub(crate) use self::rank::Rank;
use crate::retry::Retry;
use crate::transport::Transport;

/// One rule under which a class is recognised: every key it states must hold.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub(crate) code: CodeKey,
    pub(crate) service: ServiceKey,
    pub(crate) operation: Option<&'static str>,
    pub(crate) message_prefix: Option<&'static str>,
    pub(crate) status: Option<u16>,
    pub(crate) transport: TransportKey,
    pub(crate) fallback: bool,
    pub(crate) retry: Option<Retry>,
    /// What the response reads as: the first that can be filled.
    pub(crate) texts: &'static [&'static str],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeKey {
    None,
    Exact(&'static str),
    Prefix(&'static str),
}

impl CodeKey {
    /// Whether a code that was stated is meant; a rule without a code means none.
    pub(crate) fn covers(self, stated: &str) -> bool {
        match self {
            Self::None => false,
            Self::Exact(code) => stated == code,
            Self::Prefix(prefix) => stated.starts_with(prefix),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ServiceKey {
    /// The class's service, else any.
    OfClass,
    Named(&'static str),
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TransportKey {
    None,
    Any,
    Kind(Transport),
}

/// The construction, as the derive writes it.
impl Rule {
    pub const fn new() -> Self {
        Self {
            code: CodeKey::None,
            service: ServiceKey::OfClass,
            operation: None,
            message_prefix: None,
            status: None,
            transport: TransportKey::None,
            fallback: false,
            retry: None,
            texts: &[],
        }
    }

    pub const fn code(mut self, code: &'static str) -> Self {
        self.code = CodeKey::Exact(code);
        self
    }

    pub const fn code_prefix(mut self, prefix: &'static str) -> Self {
        self.code = CodeKey::Prefix(prefix);
        self
    }

    pub const fn service(mut self, service: &'static str) -> Self {
        self.service = ServiceKey::Named(service);
        self
    }

    pub const fn any_service(mut self) -> Self {
        self.service = ServiceKey::Any;
        self
    }

    pub const fn operation(mut self, operation: &'static str) -> Self {
        self.operation = Some(operation);
        self
    }

    pub const fn message_prefix(mut self, prefix: &'static str) -> Self {
        self.message_prefix = Some(prefix);
        self
    }

    pub const fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    pub const fn any_transport(mut self) -> Self {
        self.transport = TransportKey::Any;
        self
    }

    pub const fn transport(mut self, kind: Transport) -> Self {
        self.transport = TransportKey::Kind(kind);
        self
    }

    pub const fn fallback(mut self) -> Self {
        self.fallback = true;
        self
    }

    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    pub const fn texts(mut self, texts: &'static [&'static str]) -> Self {
        self.texts = texts;
        self
    }
}

/// What is noted of a response that no rule claims.
pub(crate) static UNCLAIMED: Rule = Rule::new();

/// What is noted where several classes claim a response by a code: no rule's text or advice speaks for all of them.
pub(crate) static CONTESTED_CODE: Rule = Rule::new().code("");

impl Default for Rule {
    fn default() -> Self {
        Self::new()
    }
}

impl Rule {
    pub(crate) const fn has_code(&self) -> bool {
        !matches!(self.code, CodeKey::None)
    }

    /// The service that the rule itself names.
    pub(crate) const fn service_named(&self) -> Option<&'static str> {
        match self.service {
            ServiceKey::Named(service) => Some(service),
            ServiceKey::OfClass | ServiceKey::Any => None,
        }
    }

    /// The code or prefix, else empty.
    pub(crate) const fn code_text(&self) -> &'static str {
        match self.code {
            CodeKey::Exact(code) | CodeKey::Prefix(code) => code,
            CodeKey::None => "",
        }
    }

    /// The code, where the rule states a whole one.
    #[cfg(feature = "tracing")]
    pub(crate) const fn exact_code(&self) -> Option<&'static str> {
        match self.code {
            CodeKey::Exact(code) => Some(code),
            CodeKey::Prefix(_) | CodeKey::None => None,
        }
    }

    /// Which of the layers decides first: the name that `explain` prints for it.
    pub(crate) const fn layer(&self) -> &'static str {
        match (self.fallback, self.code, self.transport) {
            (true, ..) => "fallback",
            (_, CodeKey::Exact(_), _) => "exact code",
            (_, CodeKey::Prefix(_), _) => "code prefix",
            (_, _, TransportKey::Kind(_)) => "transport kind",
            (_, _, TransportKey::Any) => "any transport failure",
            (_, CodeKey::None, TransportKey::None) => "no code",
        }
    }
}
