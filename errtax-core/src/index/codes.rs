//! Where the claims on a code stand, built in `const`. They are sorted by the code's hash, so that the hash tells about
//! where: a number a bucket is nearly the whole table.

use super::claim::Claim;
use super::order::same_code;
use super::text::hash;

#[derive(Clone, Copy, Debug)]
pub(super) struct Codes {
    /// The place of the first claim of each bucket, and last the place after all claims.
    starts: &'static [u32],
    /// Of each claim, the lower half of its code's hash: small enough to stay in the cache.
    tags: &'static [u16],
}

/// How many claims are on an exact code: they stand before all others.
pub(super) const fn exact_among(claims: &[Claim]) -> usize {
    let mut exact = 0;
    while exact < claims.len() && claims[exact].is_exact() {
        exact += 1;
    }
    exact
}

/// How many places [`write_starts`] writes: two buckets a claim, so that few are shared, and the end.
pub(super) const fn starts_for(claims: &[Claim]) -> usize {
    exact_among(claims) * 2 + 1
}

/// Writes the tag of each claim on an exact code.
pub(super) const fn write_tags(claims: &[Claim], tags: &mut [u16]) {
    let mut at = 0;
    while at < tags.len() {
        tags[at] = tag(claims[at].hash);
        at += 1;
    }
}

/// Writes where each bucket's claims begin. The claims are sorted, and their codes' hashes with them.
pub(super) const fn write_starts(claims: &[Claim], starts: &mut [u32]) {
    let (mut bucket, mut at) = (0, 0);
    while bucket < starts.len() {
        while at < claims.len() && claims[at].is_exact() && bucket_of(claims[at].hash, starts.len() - 1) < bucket {
            at += 1;
        }
        starts[bucket] = place(at);
        bucket += 1;
    }
}

/// Tells each claim how many on its code stand from it to their last: they stand together.
pub(super) const fn count_runs(claims: &mut [Claim]) {
    let mut at = claims.len();
    while at > 1 {
        at -= 1;
        if same_code(&claims[at - 1], &claims[at]) {
            claims[at - 1].run = claims[at].run + 1;
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "no program has four thousand million rules")]
const fn place(at: usize) -> u32 {
    at as u32
}

/// The bucket of a hash: the same share of all buckets as the hash is of all hashes.
const fn bucket_of(hash: u32, buckets: usize) -> usize {
    ((hash as u64 * buckets as u64) >> 32) as usize
}

#[expect(clippy::cast_possible_truncation, reason = "the lower half; the upper one tells the bucket")]
const fn tag(hash: u32) -> u16 {
    hash as u16
}

impl Codes {
    pub(super) const fn new(starts: &'static [u32], tags: &'static [u16]) -> Self {
        Self { starts, tags }
    }

    /// The claims on `code`, of those that the table was made of.
    #[inline]
    pub(super) fn find<'a>(&self, code: &str, exact: &'a [Claim]) -> &'a [Claim] {
        let hash = hash(code);
        let bucket = bucket_of(hash, self.starts.len().saturating_sub(1));
        let Some([start, end, ..]) = self.starts.get(bucket..) else { return &[] };
        let (start, end) = (*start as usize, *end as usize);
        // Nearly always it is the first or the second one. Which of them is a sum: a branch would often be guessed
        // wrong, and wait for all that is to be read.
        let is_second = self.tags.get(start).is_some_and(|first| *first != tag(hash));
        let likely = start + usize::from(is_second);
        if let Some(claims) = exact.get(likely..end)
            && let [first, ..] = claims
            && first.is_on(code, hash)
        {
            return &claims[..first.run as usize];
        }
        find_among(code, hash, &exact[start..end])
    }
}

#[cold]
#[inline(never)]
fn find_among<'a>(code: &str, hash: u32, mut claims: &'a [Claim]) -> &'a [Claim] {
    while let [first, ..] = claims {
        let (run, others) = claims.split_at(first.run as usize);
        if first.is_on(code, hash) {
            return run;
        }
        claims = others;
    }
    &[]
}

#[cfg(test)]
mod tests {
    use alloc::{boxed::Box, string::ToString, vec, vec::Vec};

    use super::super::{order, text::OF_ONE_HASH};
    use super::*;
    use crate::entry::Entry;
    use crate::rule::Rule;

    /// A table of these codes, each claimed once.
    fn table(codes: &[&'static str]) -> (Codes, Vec<Claim>) {
        let rule = |code: &&'static str| &*Box::leak(Box::new(Rule::new().code(code)));
        let entry = Box::leak(Box::new(Entry::new(<crate::category::NotFound as crate::class::Class>::TAXON)));
        let mut claims: Vec<_> = codes.iter().map(|code| Claim::new(entry, 0, rule(code), &[])).collect();
        order::sort(&mut claims, &mut vec![Claim::nothing(entry); codes.len()]);
        count_runs(&mut claims);
        let (starts, tags) = (vec![0; starts_for(&claims)].leak(), vec![0; claims.len()].leak());
        write_starts(&claims, starts);
        write_tags(&claims, tags);
        (Codes::new(starts, tags), claims)
    }

    /// The code of every claim that is found for `code`.
    fn found(codes: &[&'static str], code: &str) -> Vec<&'static str> {
        let (table, claims) = table(codes);
        table.find(code, &claims).iter().map(|claim| claim.code).collect()
    }

    #[test]
    fn codes_of_one_hash_are_told_apart() {
        let codes = OF_ONE_HASH;
        assert_eq!(hash(codes[0]), hash(codes[1]));
        for order in [[0, 1], [1, 0]] {
            let table = order.map(|place| codes[place]);
            assert_eq!(found(&table, codes[0]), [codes[0]]);
            assert_eq!(found(&table, codes[1]), [codes[1]]);
            assert_eq!(found(&table[..1], table[1]), [""; 0]);
        }
    }

    #[test]
    fn every_code_of_a_full_table_is_found_and_no_other() {
        let codes: Vec<&'static str> = (0..1000).map(|n| &*n.to_string().leak()).collect();
        let (table, claims) = table(&codes);
        for code in &codes {
            let found: Vec<_> = table.find(code, &claims).iter().map(|claim| claim.code).collect();
            assert_eq!(found, [*code]);
        }
        assert!(table.find("1000", &claims).is_empty());
        assert!(found(&[], "0").is_empty());
    }

    #[test]
    fn all_claims_on_a_code_are_found_together() {
        let [code, rival] = OF_ONE_HASH;
        assert_eq!(found(&[code, rival, code, "Other", code], code), [code; 3]);
        assert_eq!(found(&[code, rival, code, "Other", code], rival), [rival]);
    }
}
