//! One change, and all of them.

use super::table::{Row, What};
use super::verdict::Verdict;
use crate::text::Plain;

/// Something that differs between two contracts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub(super) what: What,
    pub(super) class: String,
    pub(super) name: String,
    pub(super) detail: Detail,
    pub(super) below: usize,
}

/// What a change is about, beside its class.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Detail {
    pub(super) subject: Option<String>,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// A change before it is known whether the class inherits it.
pub(super) struct Found {
    pub(super) class: String,
    pub(super) what: What,
    pub(super) detail: Detail,
}

impl Found {
    pub(super) fn new(class: &str, what: What) -> Self {
        Self { class: class.to_owned(), what, detail: Detail::default() }
    }

    pub(super) fn about(mut self, subject: impl Into<String>) -> Self {
        self.detail.subject = Some(subject.into());
        self
    }

    pub(super) fn before(mut self, before: impl Into<String>) -> Self {
        self.detail.before = Some(before.into());
        self
    }

    pub(super) fn after(mut self, after: impl Into<String>) -> Self {
        self.detail.after = Some(after.into());
        self
    }
}

impl Change {
    /// The row of the table that decides about the change.
    pub fn row(&self) -> &'static Row {
        self.what.row()
    }

    /// What the change means: the verdict of its row.
    pub fn verdict(&self) -> Verdict {
        self.row().verdict
    }

    /// The identity of the class, in the new contract where it is there.
    pub fn class(&self) -> &str {
        &self.class
    }

    /// The name of the class, as Rust spells it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What of the class the change is about, where a class has more than one of it: a member, a rule, an ancestor.
    pub fn subject(&self) -> Option<&str> {
        self.detail.subject.as_deref()
    }

    /// What was, where there was something.
    pub fn before(&self) -> Option<&str> {
        self.detail.before.as_deref()
    }

    /// What is, where there is something.
    pub fn after(&self) -> Option<&str> {
        self.detail.after.as_deref()
    }

    /// How many classes below changed with this one: they inherit it.
    pub fn below(&self) -> usize {
        self.below
    }

    /// The change in words, on one line, without the class. Nothing of the file steers a terminal from in here.
    pub fn sentence(&self) -> String {
        let Detail { subject, before, after } = &self.detail;
        let mut sentence = String::new();
        let mut rest = self.row().says;
        while let Some((text, (key, then))) = rest.split_once('{').and_then(|(t, r)| Some((t, r.split_once('}')?))) {
            sentence.push_str(text);
            // What follows a value inside of the braces is said only where there is one.
            let (key, end) = key.split_at(key.find([':', ' ']).unwrap_or(key.len()));
            let value = match key {
                "subject" => subject,
                "before" => before,
                _ => after,
            };
            if let Some(value) = value {
                sentence = format!("{sentence}{}{end}", Plain(value));
            }
            rest = then;
        }
        sentence + rest
    }
}

/// All changes between two contracts: the breaking ones first, then by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    changes: Vec<Change>,
}

impl Changes {
    pub(super) fn new(mut changes: Vec<Change>) -> Self {
        changes.sort_by(|a, b| {
            let key = |change: &Change| (std::cmp::Reverse(change.verdict()), change.what as usize);
            (key(a).0, &a.class, key(a).1, &a.detail.subject, &a.detail.before, &a.detail.after).cmp(&(
                key(b).0,
                &b.class,
                key(b).1,
                &b.detail.subject,
                &b.detail.before,
                &b.detail.after,
            ))
        });
        Self { changes }
    }

    /// Each change, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter()
    }

    /// Whether the contracts are the same.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// The gravest verdict; `None` where nothing changed.
    pub fn verdict(&self) -> Option<Verdict> {
        self.iter().map(Change::verdict).max()
    }
}
