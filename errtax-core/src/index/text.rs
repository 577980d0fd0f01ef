//! Texts compared and hashed, in `const` and fast: codes and the names of services.

use core::cmp::Ordering;

/// Odd, and alike in the highest bit of each byte: the tests can then write two texts of one hash.
const KEYS: [u64; 4] = [0x9e37_79b9_7f4a_7c15, 0xd12f_3ac7_5669_1e47, 0xa24b_1d9f_6e53_4c2b, 0xe731_58cb_395d_7265];

/// Codes are short and not hostile, since the table holds only what the program declares: two wide multiplications
/// beside each other will do.
#[inline]
pub(super) const fn hash(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let words = match ends(bytes) {
        Some([a, b, c, d]) => mix(a ^ KEYS[0], b ^ KEYS[1]) ^ mix(c ^ KEYS[2], d ^ KEYS[3]),
        None => hash_of_any(bytes),
    };
    (words.wrapping_add(bytes.len() as u64).wrapping_mul(KEYS[0]) >> 32) as u32
}

/// What is shorter or longer than codes are.
const fn hash_of_any(bytes: &[u8]) -> u64 {
    let (mut words, tail) = bytes.as_chunks::<8>();
    let mut hash = KEYS[1];
    while let [word, rest @ ..] = words {
        hash = mix(hash ^ KEYS[2], u64::from_le_bytes(*word) ^ KEYS[3]);
        words = rest;
    }
    mix(hash ^ KEYS[2], word_of(tail) ^ KEYS[3])
}

/// Fewer than eight bytes as one word.
const fn word_of(mut bytes: &[u8]) -> u64 {
    let mut word = 0;
    while let [byte, rest @ ..] = bytes {
        word = word << 8 | *byte as u64;
        bytes = rest;
    }
    word
}

/// Every bit of both in every bit.
#[expect(clippy::cast_possible_truncation, reason = "the two halves of the product")]
const fn mix(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

/// `==`, without a call for the lengths that codes have.
#[inline]
pub(crate) const fn same(a: &str, b: &str) -> bool {
    match (ends(a.as_bytes()), ends(b.as_bytes())) {
        // Word by word: as arrays they would take a turn through memory.
        (Some([a1, a2, a3, a4]), Some([b1, b2, b3, b4])) => {
            a.len() == b.len() && a1 == b1 && a2 == b2 && a3 == b3 && a4 == b4
        }
        _ => a.len() == b.len() && compare(a.as_bytes(), b.as_bytes(), false).is_eq(),
    }
}

/// All bytes of a text of 8 to 32, as four words that overlap: what takes no loop costs no wrong guess at its end.
#[inline]
const fn ends(bytes: &[u8]) -> Option<[u64; 4]> {
    let Some(far) = bytes.len().checked_sub(8) else { return None };
    if far > 24 {
        return None;
    }
    let first = word_at(bytes, 0);
    let second = word_at(bytes, if far < 8 { far } else { 8 });
    let third = word_at(bytes, far.saturating_sub(8));
    let last = word_at(bytes, far);
    match (first, second, third, last) {
        (Some(first), Some(second), Some(third), Some(last)) => Some([first, second, third, last]),
        _ => None,
    }
}

#[inline]
const fn word_at(bytes: &[u8], at: usize) -> Option<u64> {
    let Some((_, rest)) = bytes.split_at_checked(at) else { return None };
    match rest.first_chunk() {
        Some(word) => Some(u64::from_le_bytes(*word)),
        None => None,
    }
}

/// As slices compare; ASCII letters without case, if so asked.
pub(super) const fn compare(a: &[u8], b: &[u8], ignoring_case: bool) -> Ordering {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        let (left, right) =
            if ignoring_case { (a[i].to_ascii_lowercase(), b[i].to_ascii_lowercase()) } else { (a[i], b[i]) };
        if left != right {
            return if left < right { Ordering::Less } else { Ordering::Greater };
        }
        i += 1;
    }
    if a.len() < b.len() {
        Ordering::Less
    } else if a.len() > b.len() {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

/// Two texts of one hash.
#[cfg(test)]
pub(super) fn of_one_hash() -> [&'static str; 2] {
    let text = "ThrottlingExceptionOfThisService";
    let word = |at| u64::from_le_bytes(text.as_bytes()[at..at + 8].try_into().unwrap());
    // A product does not tell which factor is which.
    let exchanged = [word(8), word(0)].map(|word| (word ^ KEYS[0] ^ KEYS[1]).to_le_bytes());
    let other = [exchanged.as_flattened(), &text.as_bytes()[16..]].concat();
    [text, alloc::string::String::from_utf8(other).unwrap().leak()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_any_length_differ_in_any_byte() {
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
    fn slices_compare_as_the_standard_library_says() {
        let texts = ["", "a", "A", "ab", "aB", "b", "Zz", "zz"];
        for (a, b) in texts.iter().flat_map(|a| texts.map(|b| (*a, b))) {
            assert_eq!(compare(a.as_bytes(), b.as_bytes(), false), a.cmp(b));
            let [lower_a, lower_b] = [a, b].map(str::to_ascii_lowercase);
            assert_eq!(compare(a.as_bytes(), b.as_bytes(), true), lower_a.cmp(&lower_b), "{a} {b}");
        }
    }
}
