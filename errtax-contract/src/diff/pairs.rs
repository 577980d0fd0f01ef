//! Which class of the new contract is which of the old one.

use std::collections::{HashMap, HashSet};

use super::change::Found;
use super::claims::Claims;
use super::table::What;
use crate::model::{ClassFacts, Contract, Kind};

/// Two contracts, and where the classes of the old one are in the new one.
pub(super) struct Pairs<'a> {
    pub(super) old: &'a Contract,
    pub(super) new: &'a Contract,
    /// Classes whose identity is another: from the old one to the new one.
    moved: HashMap<&'a str, &'a str>,
    /// Who claimed what.
    pub(super) claimed: Claims<'a>,
    /// Who claims what.
    pub(super) claims: Claims<'a>,
}

/// A class that is in both.
pub(super) struct Pair<'a> {
    pub(super) old_id: &'a str,
    pub(super) old: &'a ClassFacts,
    pub(super) id: &'a str,
    pub(super) new: &'a ClassFacts,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(old: &'a Contract, new: &'a Contract) -> Self {
        let mut moved = HashMap::new();
        let (mut gone, mut come) = (missing(old, new), missing(new, old));
        // By code first: it is what answers say.
        for key in [|class: &ClassFacts| class.code.clone(), |class: &ClassFacts| Some(class.name.clone())] {
            let (by_key, candidates) = (unique(&come, key), unique(&gone, key));
            let found = candidates.iter().filter_map(|(key, old_id)| Some((*old_id, *by_key.get(key)?)));
            moved.extend(found);
            let taken: HashSet<&str> = moved.values().copied().collect();
            gone.retain(|(id, _)| !moved.contains_key(id));
            come.retain(|(id, _)| !taken.contains(id));
        }
        Self { old, new, moved, claimed: Claims::of(old), claims: Claims::of(new) }
    }

    /// Where a class of the old contract is in the new one.
    pub(super) fn now(&self, old_id: &'a str) -> Option<&'a str> {
        match self.moved.get(old_id) {
            Some(id) => Some(id),
            None => self.new.classes.contains_key(old_id).then_some(old_id),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Pair<'a>> {
        self.old.classes.iter().filter_map(|(old_id, old)| {
            let id = self.now(old_id)?;
            Some(Pair { old_id, old, id, new: self.new.classes.get(id)? })
        })
    }

    /// The name of a class of the new contract.
    pub(super) fn name(&self, id: &'a str) -> &'a str {
        self.new.classes.get(id).map_or(id, |class| &class.name)
    }

    /// The root of a contract is the class that all of it is about.
    pub(super) fn roots(&self) -> Option<Found> {
        let (old, new) = (self.old.root.as_str(), self.new.root.as_str());
        let what = match self.now(old) {
            Some(now) if now == new => return None,
            Some(now) if self.new.is_a(now, new) => What::RootWidened,
            Some(_) | None => What::RootChanged,
        };
        Some(Found::new(self.now(old).unwrap_or(old), what).after(self.name(new)))
    }

    /// Classes that are in one contract alone, or under another identity.
    pub(super) fn unpaired(&self) -> Vec<Found> {
        let gone = missing(self.old, self.new).into_iter().filter(|(id, _)| !self.moved.contains_key(id));
        let moved_to: HashMap<&str, &str> = self.moved.iter().map(|(old, new)| (*new, *old)).collect();
        let come = missing(self.new, self.old).into_iter().map(|(id, _)| match moved_to.get(id) {
            Some(old_id) => Found::new(id, What::ClassMoved).before(*old_id),
            None => Found::new(id, What::ClassAdded),
        });
        gone.map(|(id, _)| Found::new(id, What::ClassRemoved)).chain(come).collect()
    }
}

/// The classes of one contract that the other lacks. An ancestor from outside is told of those who have it.
fn missing<'a>(of: &'a Contract, from: &Contract) -> Vec<(&'a str, &'a ClassFacts)> {
    let classes = of.classes.iter().map(|(id, class)| (id.as_str(), class));
    classes.filter(|(id, class)| class.kind != Kind::Outside && !from.classes.contains_key(*id)).collect()
}

/// The classes by a key that only one of them has.
fn unique<'a>(
    classes: &[(&'a str, &ClassFacts)],
    key: impl Fn(&ClassFacts) -> Option<String>,
) -> HashMap<String, &'a str> {
    let mut found: HashMap<String, Option<&'a str>> = HashMap::new();
    for (id, class) in classes {
        if let Some(key) = key(class) {
            found.entry(key).and_modify(|one| *one = None).or_insert(Some(id));
        }
    }
    found.into_iter().filter_map(|(key, id)| Some((key, id?))).collect()
}
