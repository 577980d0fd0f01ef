//! The rules of one subtree, ordered and hashed: response → claim.
//!
//! Claims on an exact code stand together, found by the code's hash; all others stand in one list. In both, the
//! order is that of the layers, so that the first claim that holds decides. All of it is made by `const` functions
//! over slices: a catalog gives them arrays, the registry memory that it keeps for good.

mod claim;
mod codes;
mod order;
#[cfg(feature = "registry")]
mod registered;
mod services;
mod settle;
mod tables;
mod text;

use core::cmp::Reverse;

use self::claim::{Service, codes_of};
use self::codes::Codes;
use crate::entry::Entry;
use crate::response::{ErrorResponse, Match};
use crate::rule::{CONTESTED_CODE, UNCLAIMED};
use crate::taxon::Taxon;

pub use self::claim::Claim;
pub use self::services::{Name, Top};
pub use self::settle::Conflict;
pub(crate) use self::settle::conflict_at;
pub(crate) use self::tables::first;
pub use self::tables::{
    Names, claims, claims_in, names_at_most, settled, sorted, starts, starts_in, tags, tags_in, tops,
};
pub(crate) use self::text::same;

/// The rules of one subtree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index {
    pub(crate) root: &'static Taxon,
    pub(crate) entries: &'static [&'static Entry],
    /// The root's own service: a response that names none is of it.
    root_service: Service,
    /// The services that rules name, sorted; a claim's [`Service::Known`] is a place in here.
    services: &'static [Name],
    /// For each service, the topmost class that states it.
    tops: &'static [Top],
    codes: Codes,
    /// Claims on exact codes, a code's next to each other.
    exact: &'static [Claim],
    /// All other claims.
    others: &'static [Claim],
}

impl Index {
    /// An index of tables that were filled from the same root and entries.
    pub(crate) const fn new(
        root: &'static Taxon,
        entries: &'static [&'static Entry],
        (services, tops): (&'static [Name], &'static [Top]),
        (claims, starts, tags): (&'static [Claim], &'static [u32], &'static [u16]),
    ) -> Self {
        let (exact, others) = claims.split_at(tags.len());
        let root_service = match root.service() {
            None => Service::Unknown,
            Some(service) => Service::among(services, service),
        };
        Self { root, entries, root_service, services, tops, codes: Codes::new(starts, tags), exact, others }
    }

    /// The claim that decides, if any holds. Allocates nothing.
    pub(crate) fn find(&self, response: &ErrorResponse) -> Option<&Claim> {
        let service = self.service_of(response);
        // The shortest way for what is most common: one code, and one claim on it.
        if response.shape().is_none()
            && let Some(code) = response.code()
            && let [only] = self.codes.find(code, self.exact)
            && only.holds_for_its_code(response, service)
        {
            return Some(only);
        }
        self.find_otherwise(response, service)
    }

    /// By a shape, else by the code, else by no code at all.
    #[inline(never)]
    fn find_otherwise(&self, response: &ErrorResponse, service: Service) -> Option<&Claim> {
        let by_code = |code| Self::first_of(self.claims_on(code), response, service);
        let by_code = codes_of(response).find_map(by_code);
        by_code.or_else(|| self.others.iter().find(|claim| claim.holds(response, service)))
    }

    /// The one of a code's claims that decides.
    fn first_of<'a>(claims: &'a [Claim], response: &ErrorResponse, service: Service) -> Option<&'a Claim> {
        let holds = |claim: &&Claim| claim.holds_for_its_code(response, service);
        match (claims, service) {
            // Sorted by service, then by rank: of one service's claims, and of those of none, the first is best.
            (claims, Service::Known(id)) => {
                let named = claims.partition_point(|claim| claim.service_place() < id.to_u32());
                claims[named..].iter().find(holds)
            }
            (claims, Service::Foreign) => claims.iter().find(holds),
            (claims, Service::Unknown) => claims.iter().filter(holds).min_by_key(|claim| Reverse(claim.rank)),
        }
    }

    /// The claims that do not hold only because several services make them, and the response names none.
    pub(crate) fn find_shared<'a>(&'a self, response: &'a ErrorResponse) -> impl Iterator<Item = &'a Claim> {
        let unknown = matches!(self.service_of(response), Service::Unknown);
        let shared = self.candidates(response).filter(move |claim| unknown && claim.shared);
        shared.filter(|claim| claim.keys_hold(response))
    }

    /// Every claim that holds, the deciding one first.
    pub(crate) fn find_all<'a>(&'a self, response: &'a ErrorResponse) -> impl Iterator<Item = &'a Claim> {
        let winner = self.find(response);
        let service = self.service_of(response);
        let rivals = self.candidates(response).filter(move |claim| {
            claim.holds(response, service) && !winner.is_some_and(|winner| core::ptr::eq(winner, *claim))
        });
        winner.into_iter().chain(rivals)
    }

    fn candidates<'a>(&'a self, response: &'a ErrorResponse) -> impl Iterator<Item = &'a Claim> {
        let claims = codes_of(response).flat_map(|code| self.claims_on(code)).chain(self.others);
        claims.filter(|claim| !claim.is_rival())
    }

    /// The class that claims a code, where nothing else is known of the response.
    pub(crate) fn by_code(&self, code: &str) -> Option<&'static Taxon> {
        let claims = self.claims_on(code);
        let holds = |claim: &&Claim| claim.holds_by_code_alone(code, self.root_service);
        let unconditional = claims.iter().chain(self.others).filter(holds);
        let best = unconditional.min_by_key(|claim| Reverse(claim.rank)).map(|claim| claim.taxon);
        best.or_else(|| claims.iter().map(|claim| claim.taxon).reduce(|a, b| a.common_ancestor(b).unwrap_or(self.root)))
    }

    /// What the classifier notes of a response that `claim` holds for: the rule, and the service of its class.
    pub(crate) fn matched(&self, claim: Option<&Claim>) -> Match {
        let rule = match claim {
            Some(claim) if !claim.is_contested() => claim.rule,
            Some(claim) if claim.rule.has_code() => &CONTESTED_CODE,
            Some(_) | None => &UNCLAIMED,
        };
        Match { rule, service: claim.and_then(|claim| claim.taxon.service()).or(self.root.service()) }
    }

    /// The classes that contest a claim, if several do.
    pub(crate) fn contenders(&self, claim: &Claim) -> impl Iterator<Item = &'static Taxon> {
        let conflicts = self.conflicts().filter(|conflict| core::ptr::eq(conflict.rule, claim.rule));
        conflicts.enumerate().flat_map(|(place, Conflict { first, second, .. })| {
            (place == 0).then_some(first).into_iter().chain(core::iter::once(second))
        })
    }

    /// Every key that several classes claim: the first of them, with each other.
    pub(crate) fn conflicts(&self) -> impl Iterator<Item = Conflict> {
        let conflicts_in = |claims: &'static [Claim]| {
            (0..claims.len()).filter_map(|place| Some(conflict_at(place, claims, self.entries)?.0))
        };
        conflicts_in(self.exact).chain(conflicts_in(self.others))
    }

    /// The class that an answer of this service has at least: the topmost one that states the service.
    pub(crate) fn top_of(&self, response: &ErrorResponse) -> &'static Taxon {
        match self.service_of(response) {
            Service::Known(id) => self.tops[id.to_usize()].taxon,
            Service::Foreign | Service::Unknown => self.root,
        }
    }

    #[inline(never)]
    fn claims_on(&self, code: &str) -> &[Claim] {
        self.codes.find(code, self.exact)
    }

    #[inline]
    fn service_of(&self, response: &ErrorResponse) -> Service {
        match response.service() {
            None => self.root_service,
            Some(service) => Service::among(self.services, service),
        }
    }
}
