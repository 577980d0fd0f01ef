//! Texts compared and hashed, in `const` and fast: codes and the names of services.

use core::cmp::Ordering;

/// Odd, so that no bit of a factor is lost.
const KEYS: [u64; 4] = [0x9e37_79b9_7f4a_7c15, 0xd12f_3ac7_5669_1e47, 0xa24b_1d9f_6e53_4c2b, 0xe731_58cb_395d_7265];

/// Codes are short and not hostile, since the table holds only what the program declares: two wide multiplications
/// beside each other will do, over the beginning and the end of a long one.
#[inline]
pub(super) const fn hash(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mixed = match words(bytes) {
        Some([a, b, c, d]) => mix(a ^ KEYS[0], b ^ KEYS[1]) ^ mix(c ^ KEYS[2], d ^ KEYS[3]),
        None => mix(short(bytes) ^ KEYS[0], KEYS[1]),
    };
    (mixed.wrapping_add(bytes.len() as u64).wrapping_mul(KEYS[0]) >> 32) as u32
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
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    match (words(a), words(b)) {
        // Word by word: as arrays they would take a turn through memory.
        (Some([a1, a2, a3, a4]), Some([b1, b2, b3, b4])) => {
            a1 == b1 && a2 == b2 && a3 == b3 && a4 == b4 && (a.len() <= 32 || same_middle(a, b))
        }
        _ => short(a) == short(b),
    }
}

/// Whether two texts of one length agree between their first 16 bytes and their last 16.
#[inline(never)]
const fn same_middle(a: &[u8], b: &[u8]) -> bool {
    let mut at = 16;
    while at + 16 < a.len() {
        if word_at(a, at) != word_at(b, at) {
            return false;
        }
        at += 8;
    }
    true
}

/// The first 16 bytes of a text of at least 8, and its last 16, which may overlap: what takes no loop costs no wrong guess
/// at its end.
#[inline]
const fn words(bytes: &[u8]) -> Option<[u64; 4]> {
    let Some(far) = bytes.len().checked_sub(8) else { return None };
    let second = word_at(bytes, if far < 8 { far } else { 8 });
    Some([word_at(bytes, 0), second, word_at(bytes, far.saturating_sub(8)), word_at(bytes, far)])
}

#[inline]
const fn word_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at_checked(at) {
        Some((_, rest)) => match rest.first_chunk() {
            Some(word) => u64::from_le_bytes(*word),
            None => 0,
        },
        None => 0,
    }
}

/// All of a text of fewer than eight bytes: its halves, which may overlap, or its bytes.
#[inline(never)]
const fn short(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32,
        _ => match bytes {
            [] => 0,
            [first, ..] => {
                let (middle, last) = (bytes[bytes.len() / 2], bytes[bytes.len() - 1]);
                *first as u64 | (middle as u64) << 8 | (last as u64) << 16
            }
        },
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

/// Two texts of one hash: it is not made of what stands in the middle.
#[cfg(test)]
pub(super) const OF_ONE_HASH: [&str; 2] =
    ["ReplicationGroupNotUnderMigrationFault", "ReplicationGroupTheOtherMigrationFault"];

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
                let is_hashed = at < 16 || at + 16 >= length;
                assert_eq!(hash(&code) != hash(&other), is_hashed, "{other}");
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
