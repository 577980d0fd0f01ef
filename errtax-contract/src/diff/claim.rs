//! One claim: what a class asks of a response, and which of two decides.
//!
//! The order is that of the classifier: an exact code, a prefix (the longest), a transport, no code; then a named
//! service, an operation, the longest message prefix, a status; a fallback last.

use std::fmt;

use crate::model::{ClassFacts, Kind, Retry, Rule};

/// What a class claims, and what is said of it.
pub(super) struct Claim<'a> {
    /// The class.
    pub(super) id: &'a str,
    pub(super) asked: Asked<'a>,
    /// The rule; `None` for the class's own code.
    rule: Option<&'a Rule>,
}

impl Claim<'_> {
    /// What the rule says of repeating, for itself.
    pub(super) fn retry(&self) -> Option<Retry> {
        self.rule?.retry
    }
}

/// As in `#[wire(…)]`.
impl fmt::Display for Claim<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.rule, self.asked.code) {
            (Some(rule), _) => asks(rule).fmt(f),
            (None, Code::Exact(code)) => write!(f, "code = {code:?}"),
            (None, _) => Ok(()),
        }
    }
}

/// A rule without what it says of a response.
pub(super) fn asks(rule: &Rule) -> Rule {
    Rule { retry: None, texts: Vec::new(), ..rule.clone() }
}

/// What a rule asks: all of it must hold.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Asked<'a> {
    pub(super) code: Code<'a>,
    /// `None` is any.
    service: Option<&'a str>,
    operation: Option<&'a str>,
    /// In lower case: it is compared without case.
    message_prefix: Option<String>,
    status: Option<u16>,
    transport: Option<&'a str>,
    pub(super) fallback: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Code<'a> {
    Exact(&'a str),
    Prefix(&'a str),
    None,
}

/// The most telling key comes first, and the greatest decides.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank([usize; 8]);

/// What a class claims: its own code first. One that is never recognised on the wire claims nothing.
pub(super) fn claims_of<'a>(id: &'a str, class: &'a ClassFacts) -> impl Iterator<Item = Claim<'a>> {
    let is_recognised = matches!(class.kind, Kind::Wire | Kind::Category);
    let own = Asked::own_code(class).map(|asked| Claim { id, asked, rule: None });
    let rules = class.rules.iter().map(move |rule| Claim { id, asked: Asked::by(class, rule), rule: Some(rule) });
    own.into_iter().chain(rules).filter(move |_| is_recognised)
}

impl<'a> Asked<'a> {
    /// What the class's own code asks.
    pub(super) fn own_code(class: &'a ClassFacts) -> Option<Self> {
        let code = Code::Exact(class.code.as_deref()?);
        let service = class.service.as_deref();
        Some(Self {
            code,
            service,
            operation: None,
            message_prefix: None,
            status: None,
            transport: None,
            fallback: false,
        })
    }

    /// What a rule of the class asks, with the service that it holds for.
    pub(super) fn by(class: &'a ClassFacts, rule: &'a Rule) -> Self {
        let service = match rule.service.as_deref() {
            Some("*") => None,
            service => service.or(class.service.as_deref()),
        };
        Self { service, ..Self::as_stated(rule) }
    }

    /// What a rule asks, with the service as it states it.
    pub(super) fn as_stated(rule: &'a Rule) -> Self {
        let code = match (rule.code.as_deref(), rule.prefix.as_deref()) {
            (Some(code), _) => Code::Exact(code),
            (None, Some(prefix)) => Code::Prefix(prefix),
            (None, None) => Code::None,
        };
        Self {
            code,
            service: rule.service.as_deref(),
            operation: rule.operation.as_deref(),
            message_prefix: rule.message_prefix.as_deref().map(str::to_ascii_lowercase),
            status: rule.status,
            transport: rule.transport.as_deref(),
            fallback: rule.fallback,
        }
    }

    pub(super) fn rank(&self) -> Rank {
        let transport = match self.transport {
            Some("*") => 1,
            Some(_) => 2,
            None => 0,
        };
        let (layer, prefix) = match self.code {
            Code::Exact(_) => (4, 0),
            Code::Prefix(prefix) => (3, prefix.len()),
            Code::None => (transport, 0),
        };
        Rank([
            usize::from(!self.fallback),
            layer,
            prefix,
            usize::from(self.service.is_some()),
            usize::from(self.operation.is_some()),
            self.message_prefix.as_ref().map_or(0, |prefix| 1 + prefix.len()),
            usize::from(self.status.is_some()),
            transport,
        ])
    }

    /// Whether one response can be claimed by both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let codes = match (self.code, other.code) {
            (Code::Exact(a), Code::Exact(b)) => a == b,
            (Code::Exact(code), Code::Prefix(prefix)) | (Code::Prefix(prefix), Code::Exact(code)) => {
                code.starts_with(prefix)
            }
            (Code::Prefix(a), Code::Prefix(b)) => a.starts_with(b) || b.starts_with(a),
            (Code::None, _) | (_, Code::None) => true,
        };
        let (prefix, other_prefix) = (self.message_prefix.as_deref(), other.message_prefix.as_deref());
        codes
            && agree(self.service, other.service, |a, b| a == b)
            && agree(self.operation, other.operation, |a, b| a == b)
            && agree(prefix, other_prefix, |a, b| a.starts_with(b) || b.starts_with(a))
            && agree(self.status, other.status, |a, b| a == b)
            && agree(self.transport, other.transport, |a, b| a == "*" || b == "*" || a == b)
            && !(self.is_of_no_answer() && other.is_of_an_answer())
            && !(other.is_of_no_answer() && self.is_of_an_answer())
    }

    /// Whether it claims whatever `narrow` does: it asks no more.
    pub(super) fn covers(&self, narrow: &Self) -> bool {
        self.covers_both(narrow, narrow)
    }

    /// Whether it claims whatever both of two claims do: each thing that it asks, one of them does.
    pub(super) fn covers_both(&self, a: &Self, b: &Self) -> bool {
        let each = |asks_no_more: fn(&Self, &Self) -> bool| asks_no_more(self, a) || asks_no_more(self, b);
        each(|wide, narrow| match (wide.code, narrow.code) {
            (Code::Prefix(prefix), Code::Exact(code) | Code::Prefix(code)) => code.starts_with(prefix),
            (Code::None, _) => true,
            (wide, narrow) => wide == narrow,
        }) && each(|wide, narrow| wide.service.is_none() || wide.service == narrow.service)
            && each(|wide, narrow| wide.operation.is_none() || wide.operation == narrow.operation)
            && each(|wide, narrow| {
                let within = |prefix: &String| narrow.message_prefix.as_ref().is_some_and(|it| it.starts_with(prefix));
                wide.message_prefix.as_ref().is_none_or(within)
            })
            && each(|wide, narrow| wide.status.is_none() || wide.status == narrow.status)
            && each(|wide, narrow| match wide.transport {
                Some("*") => narrow.transport.is_some(),
                kind => kind.is_none() || kind == narrow.transport,
            })
    }

    /// A request that failed before there was an answer has neither a code nor a status, unless a rule asks for both.
    fn is_of_no_answer(&self) -> bool {
        self.transport.is_some() && self.code == Code::None && self.status.is_none()
    }

    fn is_of_an_answer(&self) -> bool {
        self.transport.is_none() && (self.code != Code::None || self.status.is_some())
    }
}

/// Whether two keys can hold together: one that is not stated always does.
fn agree<T: Copy>(a: Option<T>, b: Option<T>, together: impl Fn(T, T) -> bool) -> bool {
    a.zip(b).is_none_or(|(a, b)| together(a, b))
}
