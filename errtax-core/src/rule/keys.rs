//! A rule in words, key by key: as the grammar spells it.

use core::fmt;

use super::{CodeKey, Rule, ServiceKey, TransportKey};

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
