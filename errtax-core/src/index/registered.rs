//! The tables of registered classes, in memory that is kept for good: there is one classifier a root, for ever.

use alloc::{vec, vec::Vec};

use super::claim::Claim;
use super::codes;
use super::services::{self, Name, Top};
use super::tables::claims_in;
use super::{Index, order, settle};
use crate::entry::Entry;
use crate::id::TaxonId;
use crate::taxon::Taxon;

impl Index {
    pub(crate) fn registered(root: &'static Taxon, mut entries: Vec<&'static Entry>) -> Self {
        // The linker's order means nothing.
        entries.sort_by_key(|entry| (entry.taxon.name(), entry.taxon.id()));
        let entries: &[&Entry] = entries.leak();

        let mut names = vec![Name::NONE; services::most(entries)];
        let len = services::collect(root, entries, &mut names);
        names.truncate(len);
        names.shrink_to_fit();
        let names: &[Name] = names.leak();
        let tops: &mut [Top] = vec![Top::none(root); names.len()].leak();
        services::tops(root, entries, names, tops);

        let claims: &mut [Claim] = match entries.first() {
            Some(entry) => vec![Claim::nothing(entry); claims_in(entries)].leak(),
            None => &mut [],
        };
        Claim::collect(entries, names, claims);
        order::sort(claims, &mut claims.to_vec());
        settle::settle(root, entries, claims, &ambiguous(entries));
        settle::mark_shared(claims);
        codes::count_runs(claims);
        let starts: &mut [u32] = vec![0; codes::starts_for(claims)].leak();
        codes::write_starts(claims, starts);
        let tags: &mut [u16] = vec![0; codes::exact_among(claims)].leak();
        codes::write_tags(claims, tags);

        Self::new(root, entries, (names, tops), (claims, starts, tags))
    }
}

/// The identities that two classes have: those of two functions with one name, say.
fn ambiguous(entries: &[&'static Entry]) -> Vec<TaxonId> {
    let mut taxa: Vec<&'static Taxon> = entries.iter().flat_map(|entry| entry.taxon.lineage()).copied().collect();
    taxa.sort_by_key(|taxon| (taxon.id(), core::ptr::from_ref(*taxon)));
    let twice = taxa.windows(2).filter(|pair| pair[0].id() == pair[1].id() && !core::ptr::eq(pair[0], pair[1]));
    twice.map(|pair| pair[0].id()).collect()
}
