//! Ordering the rules of one subtree, and finding out which of them contradict each other.

use alloc::vec::Vec;
use core::cmp::{Ordering, Reverse};

use super::{Claim, Codes, Conflict, Index, Service};
use crate::entry::Entry;
use crate::rule::{CodeKey, Rule, ServiceKey};
use crate::taxon::Taxon;

impl Index {
    pub(crate) fn new(root: &'static Taxon, entries: &[&'static Entry]) -> Self {
        let services = services(root, entries);
        let mut claims = claims(entries, &services);
        claims.sort_by(order);
        let mut conflicts = Vec::new();
        let mut claims = merged(root, entries, &claims, &mut conflicts);
        mark_shared(&mut claims);
        let (exact, others): (Vec<_>, Vec<_>) =
            claims.into_iter().partition(|claim| matches!(claim.rule.code, CodeKey::Exact(_)) && !claim.rule.fallback);
        Self {
            root,
            root_service: root.service().map_or(Service::Unknown, |service| Service::among(&services, service)),
            tops: services.iter().map(|service| top(root, entries, service)).collect(),
            services: services.into(),
            codes: codes(&exact),
            exact: exact.into(),
            others: others.into(),
            conflicts: conflicts.into(),
        }
    }
}

/// Every service that a class or a rule names, sorted.
fn services(root: &'static Taxon, entries: &[&'static Entry]) -> Vec<&'static str> {
    let of_rules = entries.iter().flat_map(|entry| entry.rules).filter_map(|rule| match rule.service {
        ServiceKey::Named(service) => Some(service),
        ServiceKey::OfClass | ServiceKey::Any => None,
    });
    let of_classes = entries.iter().filter_map(|entry| entry.taxon.service());
    let mut services: Vec<_> = root.service().into_iter().chain(of_classes).chain(of_rules).collect();
    services.sort_unstable();
    services.dedup();
    services
}

fn claims(entries: &[&'static Entry], services: &[&'static str]) -> Vec<Claim> {
    let claim = |entry: &'static Entry, rule: &'static Rule| {
        let service = match rule.service {
            ServiceKey::Named(service) => Some(service),
            ServiceKey::OfClass => entry.taxon.service(),
            ServiceKey::Any => None,
        };
        let place = service.and_then(|service| services.binary_search(&service).ok());
        Claim {
            taxon: entry.taxon,
            rule,
            code: rule.code_text(),
            entry: Some(entry),
            rank: rule.rank(service.is_some()),
            service: place.and_then(|place| u16::try_from(place).ok()),
            conditional: rule.is_conditional(),
            contested: false,
            shared: false,
        }
    };
    entries.iter().flat_map(|entry| entry.rules.iter().map(|rule| claim(entry, rule))).collect()
}

/// Exact codes by code, then by service, then by rank; all others by rank. Claims of one key are neighbours.
fn order(a: &Claim, b: &Claim) -> Ordering {
    match (exact_code(a), exact_code(b)) {
        (Some(left), Some(right)) => left.cmp(right).then_with(|| a.service_place().cmp(&b.service_place())),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
    .then_with(|| Reverse(a.rank).cmp(&Reverse(b.rank)))
    .then_with(|| key(a).cmp(&key(b)))
    .then_with(|| (a.taxon.name(), a.taxon.id()).cmp(&(b.taxon.name(), b.taxon.id())))
}

fn exact_code(claim: &Claim) -> Option<&'static str> {
    match claim.rule.code {
        CodeKey::Exact(code) if !claim.rule.fallback => Some(code),
        _ => None,
    }
}

/// What tells apart two claims of one rank.
fn key(claim: &Claim) -> impl Ord + use<> {
    (claim.service, key_of_any_service(claim))
}

fn key_of_any_service(claim: &Claim) -> impl Ord + use<> {
    let rule = claim.rule;
    let message = rule.message_prefix.map(str::to_ascii_lowercase);
    (claim.code, rule.transport, rule.operation, message, rule.status)
}

/// One claim for each key: where several classes claim one, their nearest common ancestor does.
fn merged(
    root: &'static Taxon,
    entries: &[&'static Entry],
    claims: &[Claim],
    conflicts: &mut Vec<Conflict>,
) -> Vec<Claim> {
    let merge = |same: &[Claim]| {
        let (first, rivals) = (same[0], &same[1..]);
        let rivals = rivals.iter().filter(|rival| !core::ptr::eq(rival.taxon, first.taxon));
        rivals.fold(first, |merged, rival| {
            conflicts.push(Conflict { first: first.taxon, second: rival.taxon, rule: first.rule });
            let taxon = merged.taxon.common_ancestor(rival.taxon).unwrap_or(root);
            let entry = entries.iter().copied().find(|entry| core::ptr::eq(entry.taxon, taxon));
            Claim { taxon, entry, contested: true, ..merged }
        })
    };
    claims.chunk_by(|a, b| a.rank == b.rank && key(a) == key(b)).map(merge).collect()
}

/// Marks the claims that classes of several services make: none of them holds while the service is unknown.
fn mark_shared(claims: &mut [Claim]) {
    let key = |claim: &Claim| (claim.rank, key_of_any_service(claim));
    let mut named: Vec<usize> = (0..claims.len()).filter(|&place| claims[place].service.is_some()).collect();
    named.sort_by_cached_key(|&place| key(&claims[place]));
    let groups: Vec<&[usize]> = named.chunk_by(|&a, &b| key(&claims[a]) == key(&claims[b])).collect();
    let rivals = |a: &Claim, b: &Claim| a.service != b.service && !core::ptr::eq(a.taxon, b.taxon);
    let shared: Vec<usize> = groups
        .into_iter()
        .flat_map(|group| {
            let is_shared = |&place: &usize| group.iter().any(|&rival| rivals(&claims[place], &claims[rival]));
            group.iter().copied().filter(is_shared).collect::<Vec<_>>()
        })
        .collect();
    for place in shared {
        claims[place].shared = true;
    }
}

fn codes(exact: &[Claim]) -> Codes {
    let groups = exact.chunk_by(|a, b| a.code == b.code);
    let placed = groups.scan(0, |start, group| {
        let places = *start..*start + group.len();
        *start = places.end;
        Some((group[0].code, places))
    });
    Codes::new(&placed.collect::<Vec<_>>())
}

/// The topmost class that states `service`; of several at one depth, their nearest common ancestor.
fn top(root: &'static Taxon, entries: &[&'static Entry], service: &str) -> &'static Taxon {
    let lineages = entries.iter().map(|entry| &entry.taxon.lineage()[root.depth()..]);
    let states = |taxon: &&'static Taxon| taxon.service() == Some(service);
    let tops: Vec<_> = lineages.filter_map(|lineage| lineage.iter().copied().find(|taxon| states(taxon))).collect();
    let depth = tops.iter().map(|top| top.depth()).min();
    let tops = tops.into_iter().filter(|top| Some(top.depth()) == depth);
    tops.reduce(|a, b| a.common_ancestor(b).unwrap_or(root)).unwrap_or(root)
}
