//! What becomes of claims that more than one class makes, in `const`. The claims are sorted.

use super::claim::{Claim, Standing};
use super::order::{same_but_for_service, same_code, same_key};
use crate::entry::Entry;
use crate::erased::Build;
use crate::id::TaxonId;
use crate::rule::Rule;
use crate::taxon::Taxon;

/// Where several classes claim one key, their nearest common ancestor has it: one whose identity is not `ambiguous`,
/// since of two classes of one identity nobody can tell whose ancestor it is.
pub(super) const fn settle(
    root: &'static Taxon,
    entries: &[&'static Entry],
    claims: &mut [Claim],
    ambiguous: &[TaxonId],
) {
    let mut first = 0;
    while first < claims.len() {
        let mut next = first + 1;
        while next < claims.len() && same_key(&claims[first], &claims[next]) {
            if claims[next].owner != claims[first].owner {
                claims[first].taxon = match claims[first].taxon.common_ancestor(claims[next].taxon) {
                    Some(taxon) => unambiguous(taxon, ambiguous, root),
                    None => root,
                };
                claims[first].standing = Standing::Contested;
            }
            claims[next].standing = Standing::Rival;
            next += 1;
        }
        if claims[first].is_contested() {
            claims[first].build = build_of(claims[first].taxon, entries);
        }
        first = next;
    }
}

/// The nearest of `taxon` and its ancestors whose identity is its own.
const fn unambiguous(taxon: &'static Taxon, ambiguous: &[TaxonId], root: &'static Taxon) -> &'static Taxon {
    let mut i = 0;
    while i < ambiguous.len() {
        if ambiguous[i].is(taxon.id()) {
            return match taxon.parent() {
                Some(parent) if taxon.depth() > root.depth() => unambiguous(parent, ambiguous, root),
                _ => root,
            };
        }
        i += 1;
    }
    taxon
}

const fn build_of(taxon: &Taxon, entries: &[&Entry]) -> Option<Build> {
    let mut i = 0;
    while i < entries.len() {
        if entries[i].taxon.id().is(taxon.id()) {
            return entries[i].build;
        }
        i += 1;
    }
    None
}

/// Two classes that claim one key.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Conflict {
    pub(crate) first: &'static Taxon,
    pub(crate) second: &'static Taxon,
    pub(crate) rule: &'static Rule,
}

/// The conflict of the claim at `place` with the first one on its key, if there is one, and the place of its own entry.
pub(crate) const fn conflict_at(place: usize, claims: &[Claim], entries: &[&Entry]) -> Option<(Conflict, usize)> {
    let (mut first, rival) = (place, &claims[place]);
    while claims[first].is_rival() && first > 0 {
        first -= 1;
    }
    let first = &claims[first];
    if first.owner == rival.owner {
        return None;
    }
    let [owner, rival] = [first.owner as usize, rival.owner as usize];
    Some((Conflict { first: entries[owner].taxon, second: entries[rival].taxon, rule: first.rule }, rival))
}

/// Marks the claims that classes of several services make: none of them holds while the service is unknown.
pub(super) const fn mark_shared(claims: &mut [Claim]) {
    let mut start = 0;
    while start < claims.len() {
        let mut end = start + 1;
        while end < claims.len() && may_be_one_claim(&claims[start], &claims[end]) {
            end += 1;
        }
        let mut i = start;
        while i < end {
            let mut rival = start;
            while rival < end && !claims[i].shared {
                claims[i].shared = is_of_another_service(&claims[i], &claims[rival]);
                rival += 1;
            }
            i += 1;
        }
        start = end;
    }
}

/// Neighbours only: a code's claims stand together, and so do all others that differ in the service alone.
const fn may_be_one_claim(a: &Claim, b: &Claim) -> bool {
    same_code(a, b) || (!a.is_exact() && !b.is_exact() && same_but_for_service(a, b))
}

/// Whether two claims, as they are settled, give one answer of two services to two classes.
const fn is_of_another_service(a: &Claim, b: &Claim) -> bool {
    match (a.service, b.service) {
        (Some(left), Some(right)) if left.to_u32() != right.to_u32() && !a.is_rival() && !b.is_rival() => {
            !a.taxon.id().is(b.taxon.id()) && same_but_for_service(a, b)
        }
        _ => false,
    }
}
