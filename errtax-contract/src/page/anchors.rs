//! Where on the page each class stands.
//!
//! An anchor never leads to another class than it did before:
//! - A class has the anchor of its identity, `#id:module::path::Name`, whatever else is on the page.
//! - A name has an anchor too, `#Name`, or `#Enum.Variant`. It is the class's where no other class of the tree has that
//!   name; where several have it, it is that of a list of them. Ancestors from outside of the tree do not count: they
//!   have the anchor of their identity alone.
//!
//! In a name, `::` becomes a dot. In both, each other character than a letter, a digit, `_` and `-` is written as its
//! number: `~20~` is a space.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{ClassFacts, Contract, Kind};

/// The anchors of a contract's classes.
pub(super) struct Anchors<'a> {
    contract: &'a Contract,
    by_name: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Anchors<'a> {
    pub(super) fn new(contract: &'a Contract) -> Self {
        let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, class) in contract.classes.iter().filter(|(_, class)| class.kind != Kind::Outside) {
            by_name.entry(&class.name).or_default().push(id);
        }
        Self { contract, by_name }
    }

    /// The shortest anchor that leads to this class.
    pub(super) fn of(&self, id: &str) -> String {
        match self.contract.classes.get(id) {
            Some(class) if self.is_alone(class) => of_name(&class.name),
            _ => of_identity(id),
        }
    }

    /// Names that several classes have, with the identities of these.
    pub(super) fn shared(&self) -> impl Iterator<Item = (&'a str, &[&'a str])> {
        self.by_name.iter().filter(|(name, ids)| ids.len() > 1 && !name.is_empty()).map(|(name, ids)| (*name, &ids[..]))
    }

    fn is_alone(&self, class: &ClassFacts) -> bool {
        let ids = self.by_name.get(class.name.as_str());
        class.kind != Kind::Outside && !class.name.is_empty() && ids.is_some_and(|ids| ids.len() == 1)
    }
}

/// The anchor of a name.
pub(super) fn of_name(name: &str) -> String {
    name.split("::").map(|part| escape(part, "")).collect::<Vec<_>>().join(".")
}

/// The anchor of an identity, which no name's can be.
pub(super) fn of_identity(id: &str) -> String {
    format!("id:{}", escape(id, ":."))
}

fn escape(text: &str, kept: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_alphanumeric() || matches!(character, '_' | '-') || kept.contains(character) {
            escaped.push(character);
        } else {
            // Writing to a string does not fail.
            let _ = write!(escaped, "~{:x}~", u32::from(character));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{of_identity, of_name};

    #[test]
    fn a_name_reads_as_it_is_written() {
        assert_eq!(of_name("ThrottlingException"), "ThrottlingException");
        assert_eq!(of_name("OrderError::NotFound"), "OrderError.NotFound");
        assert_eq!(of_identity("orders::OrderError::NotFound"), "id:orders::OrderError::NotFound");
    }

    #[test]
    fn different_texts_never_share_an_anchor() {
        let names =
            ["A::b", "A.b", "A:b", "A b", "A~20~b", "id:A", "id::A", "\"><script>", "A\u{202e}b", "page:search"];
        let mut anchors: Vec<_> = names.iter().map(|name| of_name(name)).collect();
        anchors.extend(names.iter().map(|id| of_identity(id)));
        let count = anchors.len();
        assert!(
            anchors.iter().all(|anchor| !anchor.contains(['"', '<', '>', ' ', '&', '#', '\u{202e}'])),
            "{anchors:?}"
        );
        assert!(anchors[..names.len()].iter().all(|anchor| !anchor.contains(':')), "{anchors:?}");
        anchors.sort();
        anchors.dedup();
        assert_eq!(anchors.len(), count);
    }
}
