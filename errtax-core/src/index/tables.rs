//! The tables of a catalog, as arrays that the compiler fills: each stage a constant, so that each has the whole of
//! what rustc lets one constant cost.

use super::claim::Claim;
use super::codes;
use super::services::{self, Name, Top};
use super::{order, settle};
use crate::entry::Entry;
use crate::taxon::Taxon;

/// The services that a catalog names: in an array that is long enough, then in one that is as long as they are.
#[doc(hidden)]
pub struct Names<const MOST: usize> {
    names: [Name; MOST],
    len: usize,
}

#[doc(hidden)]
pub const fn names_at_most(entries: &[&Entry]) -> usize {
    services::most(entries)
}

impl<const MOST: usize> Names<MOST> {
    pub const fn of(root: &Taxon, entries: &[&Entry]) -> Self {
        let mut names = [Name::NONE; MOST];
        let len = services::collect(root, entries, &mut names);
        Self { names, len }
    }

    pub const fn count(&self) -> usize {
        self.len
    }

    pub const fn exact<const LEN: usize>(&self) -> [Name; LEN] {
        first(&self.names, Name::NONE)
    }
}

/// The first of `values`, as many as there are places.
pub(crate) const fn first<T: Copy, const LEN: usize>(values: &[T], empty: T) -> [T; LEN] {
    let mut first = [empty; LEN];
    let mut i = 0;
    while i < LEN && i < values.len() {
        first[i] = values[i];
        i += 1;
    }
    first
}

#[doc(hidden)]
pub const fn tops<const LEN: usize>(root: &'static Taxon, entries: &[&Entry], names: &[Name]) -> [Top; LEN] {
    let mut tops = [Top::none(root); LEN];
    services::tops(root, entries, names, &mut tops);
    tops
}

/// How many rules all entries have.
#[doc(hidden)]
pub const fn claims_in(entries: &[&Entry]) -> usize {
    let (mut count, mut i) = (0, 0);
    while i < entries.len() {
        count += entries[i].rules.len();
        i += 1;
    }
    count
}

#[doc(hidden)]
pub const fn claims<const LEN: usize>(entries: &[&'static Entry], names: &[Name]) -> [Claim; LEN] {
    let mut claims = [Claim::nothing(entries[0]); LEN];
    Claim::collect(entries, names, &mut claims);
    claims
}

#[doc(hidden)]
pub const fn sorted<const LEN: usize>(mut claims: [Claim; LEN]) -> [Claim; LEN] {
    let mut spare = claims;
    order::sort(&mut claims, &mut spare);
    claims
}

#[doc(hidden)]
pub const fn settled<const LEN: usize>(
    root: &'static Taxon,
    entries: &[&'static Entry],
    mut claims: [Claim; LEN],
) -> [Claim; LEN] {
    // Two classes of one identity are refused.
    settle::settle(root, entries, &mut claims, &[]);
    settle::mark_shared(&mut claims);
    codes::count_runs(&mut claims);
    claims
}

#[doc(hidden)]
pub const fn starts_in(claims: &[Claim]) -> usize {
    codes::starts_for(claims)
}

#[doc(hidden)]
pub const fn starts<const LEN: usize>(claims: &[Claim]) -> [u32; LEN] {
    let mut starts = [0; LEN];
    codes::write_starts(claims, &mut starts);
    starts
}

/// How many claims are on an exact code.
#[doc(hidden)]
pub const fn tags_in(claims: &[Claim]) -> usize {
    codes::exact_among(claims)
}

#[doc(hidden)]
pub const fn tags<const LEN: usize>(claims: &[Claim]) -> [u16; LEN] {
    let mut tags = [0; LEN];
    codes::write_tags(claims, &mut tags);
    tags
}
