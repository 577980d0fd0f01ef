//! Sibling elements of a wire without types: the list, the map or the struct that the reader's type asks for.

use alloc::{boxed::Box, vec, vec::Vec};

use super::Value;

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

impl<'a> Elements<'a> {
    /// For a type that takes anything.
    pub(super) fn into_likeliest(self) -> Value<'a> {
        if self.is_map() {
            return self.into_map();
        }
        if self.repeated || self.is_list() && (self.elements.len() > 1 || self.first_name() == "member") {
            return Value::Seq(self.into_list());
        }
        self.into_struct()
    }

    pub(super) fn into_list(self) -> Vec<Value<'a>> {
        if self.is_list() {
            return self.elements.into_iter().map(|(_, value)| value).collect();
        }
        vec![Value::Elements(self)]
    }

    pub(super) fn into_map(self) -> Value<'a> {
        if !self.repeated && self.is_entry() {
            return Value::Map(entry(self).into_iter().collect());
        }
        if !self.is_map() {
            return self.into_struct();
        }
        let entries = self.elements.into_iter().filter_map(|(_, value)| match value {
            Value::Elements(inside) => entry(inside),
            _ => None,
        });
        Value::Map(entries.collect())
    }

    /// By their names. A stable sort brings those of one name together.
    pub(super) fn into_struct(mut self) -> Value<'a> {
        if self.repeated {
            return Value::Seq(self.into_list());
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
        Value::Map(fields)
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
