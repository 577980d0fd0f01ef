//! One change, and all of them.

use std::cmp::Reverse;

use super::table::{Row, What};
use super::verdict::Verdict;
use crate::text::Plain;

/// Something that differs between two contracts: what [`Changes::iter`] gives.
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
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.row().name, "status-changed");
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn row(&self) -> &'static Row {
        self.what.row()
    }

    /// What the change means: the verdict of its row.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.verdict(), Verdict::Breaking);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn verdict(&self) -> Verdict {
        self.row().verdict
    }

    /// The identity of the class, in the new contract where it is there.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.class(), "orders::OutOfStock");
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn class(&self) -> &str {
        &self.class
    }

    /// The name of the class, as Rust spells it.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.name(), "OutOfStock");
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What of the class the change is about, where a class has more than one of it: a member, a rule, an ancestor.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.subject(), None);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn subject(&self) -> Option<&str> {
        self.detail.subject.as_deref()
    }

    /// What was, where there was something.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.before(), Some("409"));
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn before(&self) -> Option<&str> {
        self.detail.before.as_deref()
    }

    /// What is, where there is something.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.after(), Some("410"));
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn after(&self) -> Option<&str> {
        self.detail.after.as_deref()
    }

    /// How many classes below changed with this one: they inherit it.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.below(), 0);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn below(&self) -> usize {
        self.below
    }

    /// Where it stands among others: the gravest first, then by class, then as in the table.
    fn place(&self) -> impl Ord {
        let Self { what, class, detail: Detail { subject, before, after }, .. } = self;
        (Reverse(self.verdict()), class, *what as usize, subject, before, after)
    }

    /// The change in words, on one line, without the class. Nothing of the file steers a terminal from in here.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// let changes = old.changes_to(&new);
    /// let change = changes.iter().next().unwrap();
    /// assert_eq!(change.sentence(), "the status 409 is now 410");
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
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
        changes.sort_by(|a, b| a.place().cmp(&b.place()));
        Self { changes }
    }

    /// Each change, in order.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// assert_eq!(old.changes_to(&new).iter().count(), 1);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter()
    }

    /// Whether the contracts are the same.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// assert!(old.changes_to(&old).is_empty() && !old.changes_to(&new).is_empty());
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How many there are.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// assert_eq!(old.changes_to(&new).len(), 1);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// The gravest verdict; `None` where nothing changed.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, Verdict};
    /// # let old = Contract::from_json(SAMPLE)?;
    /// # let mut new = old.clone();
    /// # new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    /// assert_eq!(old.changes_to(&new).verdict(), Some(Verdict::Breaking));
    /// assert_eq!(old.changes_to(&old).verdict(), None);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn verdict(&self) -> Option<Verdict> {
        self.iter().map(Change::verdict).max()
    }
}
