//! One way in which a class is recognised, as data.
//!
//! The derive writes the rules; the index orders and matches them; a response points at the one that claimed it.

use core::cmp::Ordering;
use core::fmt;

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
    pub(crate) text: Option<&'static str>,
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
            text: None,
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

    pub const fn text(mut self, text: &'static str) -> Self {
        self.text = Some(text);
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

    /// Whether it has keys besides a code and a service.
    pub(crate) const fn is_conditional(&self) -> bool {
        !matches!(self.transport, TransportKey::None)
            || self.operation.is_some()
            || self.status.is_some()
            || self.message_prefix.is_some()
    }

    /// The code or prefix, else empty.
    pub(crate) const fn code_text(&self) -> &'static str {
        match self.code {
            CodeKey::Exact(code) | CodeKey::Prefix(code) => code,
            CodeKey::None => "",
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

    /// The place of the rule among all that hold for one response: the greatest decides.
    ///
    /// Exact code, code prefix (longest), transport kind, any transport, no code; then a named service, an
    /// operation, the longest message prefix, a status. A fallback comes after everything else.
    pub(crate) const fn rank(&self, names_service: bool) -> Rank {
        let (code, prefix_len) = match self.code {
            CodeKey::Exact(_) => (2, 0),
            CodeKey::Prefix(prefix) => (1, prefix.len()),
            CodeKey::None => (0, 0),
        };
        let transport = match self.transport {
            TransportKey::Kind(_) => 2,
            TransportKey::Any => 1,
            TransportKey::None => 0,
        };
        let message_prefix_len = match self.message_prefix {
            Some(prefix) => prefix.len(),
            None => 0,
        };
        Rank(0)
            .then(1, !self.fallback as usize)
            .then(2, code)
            .then(16, prefix_len)
            .then(2, transport)
            .then(1, names_service as usize)
            .then(1, self.operation.is_some() as usize)
            .then(16, message_prefix_len)
            .then(1, self.status.is_some() as usize)
    }
}

/// The order of the layers as one number, the most telling key in its highest bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank(u64);

impl Rank {
    /// The next less telling key: `value` in that many bits, as much as they hold.
    const fn then(self, bits: u32, value: usize) -> Self {
        let most = (1 << bits) - 1;
        let value = value as u64;
        Self(self.0 << bits | if value < most { value } else { most })
    }

    /// `cmp`, usable in `const`.
    pub(crate) const fn order(self, other: Self) -> Ordering {
        if self.0 < other.0 {
            Ordering::Less
        } else if self.0 > other.0 {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }
}

/// One key of a rule, as the grammar spells it.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) value: KeyValue,
}

#[derive(Clone, Copy)]
pub(crate) enum KeyValue {
    /// `name`
    None,
    /// `name = "text"`
    Text(&'static str),
    /// `name = "text*"`
    Prefix(&'static str),
    /// `name = word`
    Word(&'static str),
    /// `name = 404`
    Number(u16),
    /// `name(word)`
    In(&'static str),
}

impl Rule {
    /// How many keys a rule can have.
    pub(crate) const KEYS: usize = 7;

    /// The key at `place`, less than [`Self::KEYS`], if the rule states it.
    pub(crate) const fn key(&self, place: usize) -> Option<Key> {
        use KeyValue::{In, None as Alone, Number, Prefix, Text, Word};
        let (name, value) = match place {
            0 => match self.code {
                CodeKey::Exact(code) => ("code", Text(code)),
                CodeKey::Prefix(prefix) => ("code", Prefix(prefix)),
                CodeKey::None => return None,
            },
            1 => match self.service {
                ServiceKey::Named(service) => ("service", Text(service)),
                ServiceKey::Any => ("service", Word("any")),
                ServiceKey::OfClass => return None,
            },
            2 => match self.operation {
                Some(operation) => ("operation", Text(operation)),
                None => return None,
            },
            3 => match self.message_prefix {
                Some(prefix) => ("message_prefix", Text(prefix)),
                None => return None,
            },
            4 => match self.status {
                Some(status) => ("status", Number(status)),
                None => return None,
            },
            5 => match self.transport {
                TransportKey::Kind(kind) => ("transport", In(kind.word())),
                TransportKey::Any => ("transport", Alone),
                TransportKey::None => return None,
            },
            _ if self.fallback => ("fallback", Alone),
            _ => return None,
        };
        Some(Key { name, value })
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for Key { name, value } in (0..Self::KEYS).filter_map(|place| self.key(place)) {
            write!(f, "{between}{name}")?;
            match value {
                KeyValue::None => {}
                KeyValue::Text(text) => write!(f, " = {text:?}")?,
                KeyValue::Prefix(prefix) => write!(f, " = \"{prefix}*\"")?,
                KeyValue::Word(word) => write!(f, " = {word}")?,
                KeyValue::Number(number) => write!(f, " = {number}")?,
                KeyValue::In(word) => write!(f, "({word})")?,
            }
            between = ", ";
        }
        Ok(())
    }
}
