//! A hash table from codes to places, built in `const`: open addressing over a power of two, at most half full.

use core::ops::Range;

use super::claim::Claim;
use super::order::same_code;
use super::text::{hash, same};

#[derive(Clone, Copy, Debug)]
pub(super) struct Codes {
    slots: &'static [Slot],
}

/// The upper half of a code's hash, and the places of its claims; an empty slot ends at 0.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    tag: u32,
    start: u32,
    end: u32,
}

impl Slot {
    pub(super) const EMPTY: Self = Self { tag: 0, start: 0, end: 0 };
}

/// How many slots the exact claims among these need: a power of two, at least twice the number of codes.
pub(super) const fn slots_for(claims: &[Claim]) -> usize {
    let (mut codes, mut start) = (0_usize, 0);
    while start < claims.len() && claims[start].is_exact {
        start = end_of_code(claims, start);
        codes += 1;
    }
    (codes * 2).next_power_of_two()
}

/// Writes where each exact code's claims stand into `slots`, which are as many as [`slots_for`] says.
pub(super) const fn fill(claims: &[Claim], slots: &mut [Slot]) {
    let mut start = 0;
    while start < claims.len() && claims[start].is_exact {
        let end = end_of_code(claims, start);
        let hash = claims[start].hash;
        let mut at = first_slot(hash, slots.len());
        while slots[at].end != 0 {
            at = (at + 1) & (slots.len() - 1);
        }
        slots[at] = Slot { tag: tag(hash), start: place(start), end: place(end) };
        start = end;
    }
}

/// Where the claims on the same code as that at `start` end: they stand together.
const fn end_of_code(claims: &[Claim], start: usize) -> usize {
    let mut end = start + 1;
    while end < claims.len() && same_code(&claims[start], &claims[end]) {
        end += 1;
    }
    end
}

#[expect(clippy::cast_possible_truncation, reason = "no program has four thousand million rules")]
const fn place(at: usize) -> u32 {
    at as u32
}

impl Codes {
    pub(super) const fn new(slots: &'static [Slot]) -> Self {
        Self { slots }
    }

    /// The places of `code`; `code_at` tells which code stands at a place.
    #[inline]
    pub(super) fn find(&self, code: &str, code_at: impl Fn(usize) -> &'static str) -> Option<Range<usize>> {
        let hash = hash(code);
        let mut at = first_slot(hash, self.slots.len());
        loop {
            // At most half of them are taken: there is an empty one to end at.
            let slot = self.slots.get(at)?;
            if slot.end == 0 {
                return None;
            }
            let start = slot.start as usize;
            if slot.tag == tag(hash) && same(code_at(start), code) {
                return Some(start..slot.end as usize);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the mask keeps fewer bits than any usize has")]
const fn first_slot(hash: u64, slots: usize) -> usize {
    hash as usize & slots.wrapping_sub(1)
}

const fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use alloc::{boxed::Box, string::ToString, vec, vec::Vec};

    use super::super::order;
    use super::*;
    use crate::entry::Entry;
    use crate::rule::Rule;

    /// A table of these codes, each claimed once, and where each stands.
    fn table(codes: &[&'static str]) -> (Codes, Vec<&'static str>) {
        let rule = |code: &&'static str| &*Box::leak(Box::new(Rule::new().code(code)));
        let entry = Box::leak(Box::new(Entry::new(<crate::category::NotFound as crate::class::Class>::TAXON)));
        let mut claims: Vec<_> = codes.iter().map(|code| Claim::new(entry, 0, rule(code), &[])).collect();
        order::sort(&mut claims, &mut vec![Claim::nothing(entry); codes.len()]);
        let slots = vec![Slot::EMPTY; slots_for(&claims)].leak();
        fill(&claims, slots);
        (Codes::new(slots), claims.iter().map(|claim| claim.rule.code_text()).collect())
    }

    fn found(codes: &[&'static str], code: &str) -> Option<&'static str> {
        let (table, placed) = table(codes);
        table.find(code, |place| placed[place]).map(|places| placed[places.start])
    }

    #[test]
    fn codes_of_one_hash_are_told_apart() {
        let codes = ["ThrottlingExceptionOfThisService", "A.Sq>{r[#7ECmDJ>ionOfThisService"];
        assert_eq!(hash(codes[0]), hash(codes[1]), "found by solving the second multiplication for the second word");
        for order in [[0, 1], [1, 0]] {
            let table = order.map(|place| codes[place]);
            assert_eq!(found(&table, codes[0]), Some(codes[0]));
            assert_eq!(found(&table, codes[1]), Some(codes[1]));
            assert_eq!(found(&table, "ThrottlingExcessionOfThisService"), None);
        }
    }

    #[test]
    fn every_code_of_a_full_table_is_found_and_no_other() {
        let codes: Vec<&'static str> = (0..1000).map(|n| &*n.to_string().leak()).collect();
        let (table, placed) = table(&codes);
        for code in &codes {
            let found = table.find(code, |place| placed[place]).unwrap();
            assert_eq!((found.len(), placed[found.start]), (1, *code));
        }
        assert_eq!(table.find("1000", |place| placed[place]), None);
        assert_eq!(found(&[], "0"), None);
    }
}
