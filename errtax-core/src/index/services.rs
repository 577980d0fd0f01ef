//! The services that rules and classes name, and for each the topmost class that states it; in `const`.

use core::num::NonZero;

use super::text::{hash, same};
use crate::entry::Entry;
use crate::rule::ServiceKey;
use crate::taxon::Taxon;

/// The most services that these entries can name.
pub(super) const fn most(entries: &[&Entry]) -> usize {
    let mut most = 1 + entries.len();
    let mut i = 0;
    while i < entries.len() {
        most += entries[i].rules.len();
        i += 1;
    }
    most
}

/// The name of a service, found by its hash.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Name {
    hash: u32,
    text: &'static str,
}

impl Name {
    pub(super) const NONE: Self = Self { hash: 0, text: "" };
}

/// Writes every service into `names`, sorted by hash, each once; tells how many there are.
pub(super) const fn collect(root: &Taxon, entries: &[&Entry], names: &mut [Name]) -> usize {
    let mut len = insert(root.service(), names, 0);
    let mut i = 0;
    while i < entries.len() {
        len = insert(entries[i].taxon.service(), names, len);
        let mut rules = entries[i].rules;
        while let [rule, rest @ ..] = rules {
            if let ServiceKey::Named(service) = rule.service {
                len = insert(Some(service), names, len);
            }
            rules = rest;
        }
        i += 1;
    }
    len
}

const fn insert(service: Option<&'static str>, names: &mut [Name], len: usize) -> usize {
    let Some(text) = service else { return len };
    match search(text, names.split_at(len).0) {
        Ok(_) => len,
        Err(at) => {
            let mut i = len;
            while i > at {
                names[i] = names[i - 1];
                i -= 1;
            }
            names[at] = Name { hash: hash(text), text };
            len + 1
        }
    }
}

/// Where `service` stands among sorted `names`, else where it would.
const fn search(service: &str, names: &[Name]) -> Result<usize, usize> {
    let hash = hash(service);
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if names[middle].hash < hash {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while low < names.len() && names[low].hash == hash {
        if same(names[low].text, service) {
            return Ok(low);
        }
        low += 1;
    }
    Err(low)
}

/// Where a service stands among the names: counted from one, so that no place takes no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(NonZero<u16>);

impl Place {
    pub(super) const fn to_u32(self) -> u32 {
        self.0.get() as u32 - 1
    }

    pub(super) const fn to_usize(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The place of `service` among sorted `names`.
#[expect(clippy::cast_possible_truncation, reason = "compared with the limit just before")]
pub(super) const fn place_of(service: &str, names: &[Name]) -> Option<Place> {
    match search(service, names) {
        Ok(place) if place < u16::MAX as usize => match NonZero::new(place as u16 + 1) {
            Some(place) => Some(Place(place)),
            None => None,
        },
        _ => None,
    }
}

/// For each service, writes the topmost class that states it; of several at one depth, their nearest common ancestor.
pub(super) const fn tops(root: &'static Taxon, entries: &[&Entry], names: &[Name], tops: &mut [Top]) {
    let mut i = 0;
    while i < entries.len() {
        let lineage = entries[i].taxon.lineage();
        let mut depth = root.depth();
        let mut stated = None;
        while depth < lineage.len() {
            if let Some(service) = lineage[depth].service()
                && !is(stated, service)
            {
                stated = Some(service);
                if let Ok(place) = search(service, names) {
                    tops[place] = tops[place].or(lineage[depth], depth, root);
                }
            }
            depth += 1;
        }
        i += 1;
    }
}

const fn is(stated: Option<&str>, service: &str) -> bool {
    match stated {
        Some(stated) => same(stated, service),
        None => false,
    }
}

/// The topmost class of a service that was found so far.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Top {
    pub(super) taxon: &'static Taxon,
    /// How deep the classes stand that state the service: `taxon` may be above them.
    depth: usize,
}

impl Top {
    /// Nothing found: the root.
    pub(super) const fn none(root: &'static Taxon) -> Self {
        Self { taxon: root, depth: usize::MAX }
    }

    const fn or(self, taxon: &'static Taxon, depth: usize, root: &'static Taxon) -> Self {
        if depth < self.depth {
            Self { taxon, depth }
        } else if depth > self.depth {
            self
        } else {
            match self.taxon.common_ancestor(taxon) {
                Some(taxon) => Self { taxon, depth },
                None => Self { taxon: root, depth },
            }
        }
    }
}
