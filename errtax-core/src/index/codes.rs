//! A hash table from codes to places: open addressing over a power of two, at most half full.

use alloc::{boxed::Box, vec};

#[derive(Debug, Default)]
pub(super) struct Codes {
    slots: Box<[Slot]>,
}

/// The upper half of a code's hash, and the place of its first claim plus one; zero is empty.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    tag: u32,
    place: u32,
}

impl Codes {
    /// A table of these codes, each once, with their places.
    pub(super) fn new(codes: impl ExactSizeIterator<Item = (&'static str, usize)>) -> Self {
        let mut table = Self { slots: vec![Slot::default(); (codes.len() * 2).next_power_of_two()].into() };
        for (code, place) in codes {
            table.insert(code, place);
        }
        table
    }

    fn insert(&mut self, code: &str, place: usize) {
        let Ok(place) = u32::try_from(place + 1) else { return };
        let hash = hash(code);
        let mut at = self.first_slot(hash);
        while self.slots[at].place != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = Slot { tag: tag(hash), place };
    }

    /// The place of `code`; `code_at` tells which code stands at a place.
    pub(super) fn find(&self, code: &str, code_at: impl Fn(usize) -> &'static str) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        let hash = hash(code);
        let mut at = self.first_slot(hash);
        loop {
            let slot = self.slots[at];
            let place = slot.place.checked_sub(1)? as usize;
            if slot.tag == tag(hash) && code_at(place) == code {
                return Some(place);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the mask keeps fewer bits than any usize has")]
    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }
}

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Multiplies eight bytes at a time into the hash, the last bits folded down: codes are short and not hostile, since
/// the table holds only what the program declares.
fn hash(code: &str) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(ODD).rotate_left(29);
    let (words, tail) = code.as_bytes().as_chunks::<8>();
    let mut hash = words.iter().fold(code.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last[..tail.len()].copy_from_slice(tail);
    hash = mix(hash, u64::from_le_bytes(last));
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_one_hash_are_told_apart() {
        let codes = ["ThrottlingExcept", "F0xpSeqfgdp;09%["];
        assert_eq!(hash(codes[0]), hash(codes[1]), "found by solving the last multiplication for the second word");
        for order in [[0, 1], [1, 0]] {
            let table = Codes::new(order.map(|place| (codes[place], place)).into_iter());
            for place in order {
                assert_eq!(table.find(codes[place], |place| codes[place]), Some(place));
            }
            assert_eq!(table.find("ThrottlingExcess", |place| codes[place]), None);
        }
    }

    #[test]
    fn every_code_of_a_full_table_is_found_and_no_other() {
        let codes: std::vec::Vec<&'static str> =
            (0..1000).map(|n| &*std::string::ToString::to_string(&n).leak()).collect();
        let table = Codes::new(codes.iter().copied().zip(0..).collect::<std::vec::Vec<_>>().into_iter());
        for (place, code) in codes.iter().enumerate() {
            assert_eq!(table.find(code, |place| codes[place]), Some(place));
        }
        assert_eq!(table.find("1000", |place| codes[place]), None);
        assert_eq!(Codes::default().find("0", |place| codes[place]), None);
    }
}
