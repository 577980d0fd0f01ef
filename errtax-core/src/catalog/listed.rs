//! The list of a catalog: which of its classes may stand there; in `const`.

use super::mistake::Mistake;
use crate::entry::Entry;
use crate::index::{Claim, conflict_at, first};
use crate::taxon::Taxon;

/// How many classes are listed: the root, each class, and each variant of an enum.
#[doc(hidden)]
pub const fn entries_in(listed: &[&'static Entry]) -> usize {
    let (mut count, mut i) = (0, 0);
    while i < listed.len() {
        count += 1 + listed[i].variants.len();
        i += 1;
    }
    count
}

/// A list of `CLASSES`, with `MOST` entries in all.
#[doc(hidden)]
pub struct Listed<const CLASSES: usize, const MOST: usize> {
    /// The sound ones: below the root, and each once.
    entries: [&'static Entry; MOST],
    /// For each of them, the place of its class in the list.
    places: [usize; MOST],
    len: usize,
    /// What is wrong with the class at each place of the list.
    mistakes: [Option<Mistake>; CLASSES],
}

impl<const CLASSES: usize, const MOST: usize> Listed<CLASSES, MOST> {
    /// Sorts out what may stand in a catalog whose root is the first of `listed`.
    pub const fn of(listed: &[&'static Entry]) -> Self {
        let root = listed[0];
        let mut sound = Self { entries: [root; MOST], places: [0; MOST], len: 0, mistakes: [None; CLASSES] };
        // Twice as many slots as there can be entries, and 0 in one that is free.
        let mut slots = [[0; 2]; MOST];
        let slots = slots.as_flattened_mut();
        let mut place = 0;
        while place < listed.len() {
            sound.add(listed[place], place, slots);
            let mut variants = listed[place].variants;
            while let [variant, rest @ ..] = variants {
                sound.add(variant, place, slots);
                variants = rest;
            }
            place += 1;
        }
        sound
    }

    /// Adds an entry, or notes why it may not be here.
    const fn add(&mut self, entry: &'static Entry, place: usize, slots: &mut [usize]) {
        let (root, class) = (self.entries[0].taxon, entry.taxon);
        // Of what the derive has refused, it has said enough. The root stays: it is what all others are asked about.
        if self.len > 0 && class.is_in_a_refused_tree() {
            return;
        }
        if !class.stands_below(root) {
            self.note(place, Mistake::Foreign { class, root });
            return;
        }
        let slot = self.slot_of(class, slots);
        if slots[slot] != 0 {
            let earlier = self.entries[slots[slot] - 1].taxon;
            self.note(place, Mistake::Again { class, earlier, root });
            return;
        }
        if let Some((fault, status)) = class.contradiction() {
            self.note(place, Mistake::Contradiction { class, fault, status });
        }
        self.entries[self.len] = entry;
        self.places[self.len] = place;
        self.len += 1;
        slots[slot] = self.len;
    }

    /// The slot that has an entry of the same identity, else the free one for it. An identity is a hash already.
    #[expect(clippy::cast_possible_truncation, reason = "the remainder is less than a length")]
    const fn slot_of(&self, class: &Taxon, slots: &[usize]) -> usize {
        let mut slot = (class.id().to_u64() % slots.len() as u64) as usize;
        while slots[slot] != 0 && !self.entries[slots[slot] - 1].taxon.id().is(class.id()) {
            slot = (slot + 1) % slots.len();
        }
        slot
    }

    const fn note(&mut self, place: usize, mistake: Mistake) {
        if self.mistakes[place].is_none() {
            self.mistakes[place] = Some(mistake);
        }
    }

    pub const fn count(&self) -> usize {
        self.len
    }

    pub const fn exact<const LEN: usize>(&self) -> [&'static Entry; LEN] {
        first(&self.entries, self.entries[0])
    }

    /// What is wrong at each place of the list, contested claims included.
    pub const fn mistakes(mut self, claims: &[Claim]) -> [Option<Mistake>; CLASSES] {
        let mut i = 0;
        while i < claims.len() {
            if let Some((conflict, owner)) = conflict_at(i, claims, &self.entries) {
                self.note(self.places[owner], Mistake::Claims(conflict));
            }
            i += 1;
        }
        self.mistakes
    }
}
