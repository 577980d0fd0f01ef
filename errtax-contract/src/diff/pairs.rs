//! Which class of the new contract is which of the old one.

use std::collections::{HashMap, HashSet};

use super::change::Found;
use super::claims::Claims;
use super::table::What;
use crate::kin;
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
    /// The former classes that are recognised by the service that they state, and those above one that is.
    pub(super) recognised: HashSet<&'a str>,
    /// The former classes with a code, and those above one that has a code.
    pub(super) coded: HashSet<&'a str>,
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
        let by_code = |class: &ClassFacts| Some((class.service.clone(), class.code.clone()?));
        let by_name = |class: &ClassFacts| Some((None, class.name.clone()));
        for key in [by_code as fn(&ClassFacts) -> Option<Key>, by_name] {
            let (by_key, candidates) = (unique(&come, key), unique(&gone, key));
            let found = candidates.iter().filter_map(|(key, old_id)| Some((*old_id, *by_key.get(key)?)));
            moved.extend(found);
            let taken: HashSet<&str> = moved.values().copied().collect();
            gone.retain(|(id, _)| !moved.contains_key(id));
            come.retain(|(id, _)| !taken.contains(id));
        }
        Self {
            old,
            new,
            moved,
            claimed: Claims::of(old),
            claims: Claims::of(new),
            recognised: at_or_below(old, is_recognised_by_service),
            coded: at_or_below(old, |class| class.code.is_some()),
        }
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

    /// The topmost class that a class has the change of a fact in common with; else itself. By its former identity.
    pub(super) fn topmost(&self, pair: &Pair<'a>, fact: impl Fn(&ClassFacts) -> Option<&str>) -> &'a str {
        let shared = |id: &&'a str| {
            let old = self.old.classes.get(*id);
            let new = self.now(id).and_then(|id| self.new.classes.get(id));
            old.zip(new).is_some_and(|(old, new)| fact(old) == fact(pair.old) && fact(new) == fact(pair.new))
        };
        let lineage = kin::lineage(self.old, pair.old_id).into_iter();
        lineage.take_while(shared).last().unwrap_or(pair.old_id)
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

/// The classes of which this holds, and those above one of them.
fn at_or_below(contract: &Contract, holds: impl Fn(&ClassFacts) -> bool) -> HashSet<&str> {
    let mut found = HashSet::new();
    for (id, _) in contract.classes.iter().filter(|(_, class)| holds(class)) {
        found.insert(id.as_str());
        found.extend(kin::lineage(contract, id));
    }
    found
}

/// Whether answers are recognised by the service that the class states.
fn is_recognised_by_service(class: &ClassFacts) -> bool {
    let by_service = class.code.is_some() || class.rules.iter().any(|rule| rule.service.is_none());
    by_service && matches!(class.kind, Kind::Wire | Kind::Category)
}

/// What a class is found by: its service and its code, or its name.
type Key = (Option<String>, String);

/// The classes by a key that only one of them has.
fn unique<'a>(classes: &[(&'a str, &ClassFacts)], key: impl Fn(&ClassFacts) -> Option<Key>) -> HashMap<Key, &'a str> {
    let mut found: HashMap<Key, Option<&'a str>> = HashMap::new();
    for (id, class) in classes {
        if let Some(key) = key(class) {
            found.entry(key).and_modify(|one| *one = None).or_insert(Some(id));
        }
    }
    found.into_iter().filter_map(|(key, id)| Some((key, id?))).collect()
}
