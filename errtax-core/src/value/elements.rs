//! Sibling elements of a wire without types: the list, the map or the struct that the reader's type asks for.

use alloc::{boxed::Box, vec, vec::Vec};

use super::Value;

type Entries<'a> = Vec<(Value<'a>, Value<'a>)>;

/// Elements side by side, in the order of the document: local names and contents.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Elements<'a> {
    elements: Vec<(Box<str>, Value<'a>)>,
    /// Whether these are all of one name, taken from among others: they are no struct.
    repeated: bool,
}

#[cfg_attr(not(feature = "aws-xml"), allow(dead_code, reason = "of the wires so far, only XML has elements"))]
impl<'a> Elements<'a> {
    /// All that is inside another element.
    pub(crate) fn inside(elements: Vec<(Box<str>, Value<'a>)>) -> Self {
        Self { elements, repeated: false }
    }

    /// What has one name among its siblings: one alone is its content.
    pub(crate) fn of_one_name(mut elements: Vec<(Box<str>, Value<'a>)>) -> Option<Value<'a>> {
        match elements.len() {
            0 | 1 => elements.pop().map(|(_, value)| value),
            _ => Some(Value::Elements(Self { elements, repeated: true })),
        }
    }
}

#[cfg(feature = "grpc")]
impl Elements<'_> {
    /// The same, with copies of what is borrowed.
    pub(super) fn into_owned(self) -> Elements<'static> {
        let elements = self.elements.into_iter().map(|(name, value)| (name, value.into_owned()));
        Elements { elements: elements.collect(), repeated: self.repeated }
    }
}

impl<'a> Elements<'a> {
    /// For a type that takes anything.
    pub(super) fn into_likeliest(self) -> Value<'a> {
        let are_members = self.first_name() == "member";
        if self.is_list() && (are_members || self.elements.len() > 1 && !self.is_map()) {
            return Value::Seq(self.into_list());
        }
        let entries = if self.is_map() { self.into_map() } else { self.into_struct() };
        entries.map_or(Value::Null, Value::Map)
    }

    pub(super) fn into_list(self) -> Vec<Value<'a>> {
        if self.is_list() {
            return self.elements.into_iter().map(|(_, value)| value).collect();
        }
        vec![Value::Elements(self)]
    }

    /// `None` where there are several things, and no map.
    pub(super) fn into_map(self) -> Option<Entries<'a>> {
        if self.is_map() {
            let entries = self.elements.into_iter().filter_map(|(_, value)| match value {
                Value::Elements(inside) => entry(inside),
                _ => None,
            });
            return Some(entries.collect());
        }
        if !self.repeated && self.is_entry() {
            return Some(entry(self).into_iter().collect());
        }
        self.into_struct()
    }

    /// By their names, which a stable sort brings together; `None` where there are several things instead of one.
    pub(super) fn into_struct(mut self) -> Option<Entries<'a>> {
        if self.repeated {
            return None;
        }
        self.elements.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut rest = self.elements.into_iter().peekable();
        let mut fields = Vec::new();
        while let Some(first) = rest.next() {
            let name = Value::Text(first.0.clone().into_string().into());
            let mut group = vec![first];
            while let Some(next) = rest.next_if(|(next, _)| *next == group[0].0) {
                group.push(next);
            }
            fields.extend(Self::of_one_name(group).map(|value| (name, value)));
        }
        Some(fields)
    }

    fn first_name(&self) -> &str {
        self.elements.first().map_or("", |(name, _)| name)
    }

    fn is_list(&self) -> bool {
        self.elements.iter().all(|(name, _)| **name == *self.first_name())
    }

    fn is_map(&self) -> bool {
        let of_entries = self.first_name() == "entry";
        let is_entry = |value: &Value<'a>| match value {
            Value::Elements(inside) => inside.is_entry() || of_entries && inside.elements.len() == 2,
            _ => false,
        };
        self.is_list() && self.elements.iter().all(|(_, value)| is_entry(value))
    }

    fn is_entry(&self) -> bool {
        match &*self.elements {
            [(one, _), (other, _)] => matches!((&**one, &**other), ("key", "value") | ("value", "key")),
            _ => false,
        }
    }
}

/// Key and value: the first is the key, unless the second says that it is.
fn entry(entry: Elements<'_>) -> Option<(Value<'_>, Value<'_>)> {
    let [(_, one), (name, other)] = <[_; 2]>::try_from(entry.elements).ok()?;
    Some(if *name == *"key" { (other, one) } else { (one, other) })
}
