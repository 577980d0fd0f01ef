//! A hash table from codes to places: open addressing over a power of two, at most half full.

use alloc::{boxed::Box, vec};
use core::ops::Range;

#[derive(Debug, Default)]
pub(super) struct Codes {
    slots: Box<[Slot]>,
}

/// The upper half of a code's hash, and the places of its claims; none is empty.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    tag: u32,
    start: u32,
    end: u32,
}

impl Codes {
    /// A table of these codes, each once, with their places.
    pub(super) fn new(codes: &[(&'static str, Range<usize>)]) -> Self {
        let mut table = Self { slots: vec![Slot::default(); (codes.len() * 2).next_power_of_two()].into() };
        for (code, places) in codes {
            table.insert(code, places);
        }
        table
    }

    fn insert(&mut self, code: &str, places: &Range<usize>) {
        let (Ok(start), Ok(end)) = (u32::try_from(places.start), u32::try_from(places.end)) else { return };
        let hash = hash(code);
        let mut at = self.first_slot(hash);
        while self.slots[at].end != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = Slot { tag: tag(hash), start, end };
    }

    /// The places of `code`; `code_at` tells which code stands at a place.
    #[inline]
    pub(super) fn find(&self, code: &str, code_at: impl Fn(usize) -> &'static str) -> Option<Range<usize>> {
        let hash = hash(code);
        let mut at = self.first_slot(hash);
        loop {
            // No slot at all in a table that was never filled.
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

    #[expect(clippy::cast_possible_truncation, reason = "the mask keeps fewer bits than any usize has")]
    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & self.slots.len().wrapping_sub(1)
    }
}

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Codes are short and not hostile, since the table holds only what the program declares: a multiplication for each
/// eight bytes will do, the last bits folded down.
#[inline]
fn hash(code: &str) -> u64 {
    let bytes = code.as_bytes();
    let seed = bytes.len() as u64;
    let hash = if let Some([a, b, c, d]) = ends(bytes) {
        mix(mix(mix(seed, a), b), mix(c, d))
    } else {
        let (words, tail) = bytes.as_chunks::<8>();
        let hash = words.iter().fold(seed, |hash, word| mix(hash, u64::from_le_bytes(*word)));
        mix(hash, tail.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)))
    };
    hash ^ (hash >> 32)
}

const fn mix(hash: u64, word: u64) -> u64 {
    (hash ^ word).wrapping_mul(ODD).rotate_left(29)
}

/// `==` without a call, for the lengths that codes have.
#[inline]
fn same(a: &str, b: &str) -> bool {
    match (ends(a.as_bytes()), ends(b.as_bytes())) {
        // Word by word: as arrays they would take a turn through memory.
        (Some([a1, a2, a3, a4]), Some([b1, b2, b3, b4])) => {
            a.len() == b.len() && a1 == b1 && a2 == b2 && a3 == b3 && a4 == b4
        }
        _ => a == b,
    }
}

/// All bytes of a text of 8 to 32, as four words that overlap: what takes no loop costs no wrong guess at its end.
#[inline]
fn ends(bytes: &[u8]) -> Option<[u64; 4]> {
    let far = bytes.len().checked_sub(8).filter(|far| *far <= 24)?;
    let word = |at: usize| Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    Some([word(0)?, word(far.min(8))?, word(far.saturating_sub(8))?, word(far)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_one_hash_are_told_apart() {
        let codes = ["ThrottlingExceptionOfThisService", "A.Sq>{r[#7ECmDJ>ionOfThisService"];
        assert_eq!(hash(codes[0]), hash(codes[1]), "found by solving the second multiplication for the second word");
        for order in [[0, 1], [1, 0]] {
            let table = Codes::new(&order.map(|place| (codes[place], place..place + 1)));
            for place in order {
                assert_eq!(table.find(codes[place], |place| codes[place]), Some(place..place + 1));
            }
            assert_eq!(table.find("ThrottlingExcessionOfThisService", |place| codes[place]), None);
        }
    }

    #[test]
    fn codes_of_any_length_differ_in_any_byte() {
        for length in 0..80 {
            let code = "a".repeat(length);
            assert!(same(&code, &code.clone()));
            assert!(!same(&code, &"a".repeat(length + 1)));
            for at in 0..length {
                let other = std::format!("{}b{}", &code[..at], &code[at + 1..]);
                assert!(!same(&code, &other));
                assert_ne!(hash(&code), hash(&other));
            }
        }
    }

    #[test]
    fn every_code_of_a_full_table_is_found_and_no_other() {
        let codes: std::vec::Vec<&'static str> =
            (0..1000).map(|n| &*std::string::ToString::to_string(&n).leak()).collect();
        let placed: std::vec::Vec<_> = codes.iter().zip(0..).map(|(code, place)| (*code, place..place + 1)).collect();
        let table = Codes::new(&placed);
        for (place, code) in codes.iter().enumerate() {
            assert_eq!(table.find(code, |place| codes[place]), Some(place..place + 1));
        }
        assert_eq!(table.find("1000", |place| codes[place]), None);
        assert_eq!(Codes::default().find("0", |place| codes[place]), None);
    }
}
