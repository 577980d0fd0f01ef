//! The rules of one subtree, ordered and hashed: response → claim.
//!
//! Claims on an exact code stand together, found by the code's hash; all others stand in one list. In both, the
//! order is that of the layers, so that the first claim that holds decides.

mod build;
mod codes;

use alloc::boxed::Box;
use core::cmp::Reverse;

use self::codes::Codes;
use crate::entry::Entry;
use crate::response::{ErrorResponse, Match};
use crate::rule::{CONTESTED_CODE, CodeKey, Rank, Rule, TransportKey, UNCLAIMED};
use crate::taxon::Taxon;

/// The rules of one subtree.
#[derive(Debug)]
pub(crate) struct Index {
    root: &'static Taxon,
    /// The root's own service: a response that names none is of it.
    root_service: Service,
    /// The services that rules name, sorted; a claim's [`Service::Known`] is a place in here.
    services: Box<[&'static str]>,
    /// For each service, the topmost class that states it.
    tops: Box<[&'static Taxon]>,
    codes: Codes,
    /// Claims on exact codes, a code's next to each other.
    exact: Box<[Claim]>,
    /// All other claims.
    others: Box<[Claim]>,
    conflicts: Box<[Conflict]>,
}

/// One class's claim: a rule, and what it gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim {
    /// The class; where several claim the same, their nearest common ancestor.
    pub(crate) taxon: &'static Taxon,
    pub(crate) rule: &'static Rule,
    /// The rule's code or prefix, else empty.
    code: &'static str,
    /// The class as declared, to build it; `None` for an ancestor that is only known by its taxon.
    pub(crate) entry: Option<&'static Entry>,
    rank: Rank,
    service: Option<u16>,
    /// Whether the rule has keys besides its code and its service.
    conditional: bool,
    /// Whether several classes claim this key.
    contested: bool,
    /// Whether a class of another service claims the same: such a claim does not hold while the service is unknown.
    shared: bool,
}

/// Two classes that claim one key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conflict {
    pub(crate) first: &'static Taxon,
    pub(crate) second: &'static Taxon,
    pub(crate) rule: &'static Rule,
}

/// The service of a response, looked up once.
#[derive(Clone, Copy, Debug)]
enum Service {
    /// Nobody says: not the response, not the root.
    Unknown,
    /// It is stated, and no class or rule names it.
    Foreign,
    /// It is stated, and a class or a rule names it.
    Known(u16),
}

impl Index {
    /// The claim that decides, if any holds. Allocates nothing.
    pub(crate) fn find(&self, response: &ErrorResponse) -> Option<&Claim> {
        let service = self.service_of(response);
        let by_shape = response.shape().and_then(|shape| self.find_by_code(shape, response, service));
        by_shape
            .or_else(|| self.find_by_code(response.code()?, response, service))
            .or_else(|| self.others.iter().find(|claim| claim.holds(response, service)))
    }

    #[inline]
    fn find_by_code(&self, code: &str, response: &ErrorResponse, service: Service) -> Option<&Claim> {
        let holds = |claim: &&Claim| claim.holds_for_its_code(response, service);
        match (self.claims_on(code), service) {
            ([only], _) => Some(only).filter(holds),
            // Sorted by service, then by rank: of one service's claims, and of those of none, the first is best.
            (claims, Service::Known(id)) => {
                let named = claims.partition_point(|claim| claim.service_place() < u32::from(id));
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
        codes_of(response).flat_map(|code| self.claims_on(code)).chain(&self.others)
    }

    /// The class that claims a code, where nothing else is known of the response.
    pub(crate) fn by_code(&self, code: &str) -> Option<&'static Taxon> {
        let claims = self.claims_on(code);
        let holds = |claim: &&Claim| claim.holds_by_code_alone(code, self.root_service);
        let unconditional = claims.iter().chain(&self.others).filter(holds);
        let best = unconditional.min_by_key(|claim| Reverse(claim.rank)).map(|claim| claim.taxon);
        best.or_else(|| claims.iter().map(|claim| claim.taxon).reduce(|a, b| a.common_ancestor(b).unwrap_or(self.root)))
    }

    /// What the classifier notes of a response that `claim` holds for: the rule, and the service of its class.
    pub(crate) fn matched(&self, claim: Option<&Claim>) -> Match {
        let rule = match claim {
            Some(claim) if !claim.contested => claim.rule,
            Some(claim) if claim.rule.has_code() => &CONTESTED_CODE,
            Some(_) | None => &UNCLAIMED,
        };
        Match { rule, service: claim.and_then(|claim| claim.taxon.service()).or(self.root.service()) }
    }

    /// The classes that contest a claim, if several do.
    pub(crate) fn contenders(&self, claim: &Claim) -> impl Iterator<Item = &'static Taxon> {
        let conflicts = self.conflicts.iter().filter(|conflict| core::ptr::eq(conflict.rule, claim.rule));
        let first = conflicts.clone().map(|conflict| conflict.first).take(1);
        first.chain(conflicts.map(|conflict| conflict.second))
    }

    /// The class that an answer of this service has at least: the topmost one that states the service.
    pub(crate) fn top_of(&self, response: &ErrorResponse) -> &'static Taxon {
        match self.service_of(response) {
            Service::Known(id) => self.tops[usize::from(id)],
            Service::Foreign | Service::Unknown => self.root,
        }
    }

    pub(crate) fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    #[inline]
    fn claims_on(&self, code: &str) -> &[Claim] {
        match self.codes.find(code, |place| self.exact[place].code) {
            Some(places) => &self.exact[places],
            None => &[],
        }
    }

    fn service_of(&self, response: &ErrorResponse) -> Service {
        response.service().map_or(self.root_service, |service| Service::among(&self.services, service))
    }
}

impl Service {
    /// The service `name`, where `services` are all that rules name.
    fn among(services: &[&'static str], name: &str) -> Self {
        match services.binary_search(&name) {
            Ok(place) => u16::try_from(place).map_or(Self::Foreign, Self::Known),
            Err(_) => Self::Foreign,
        }
    }
}

impl Claim {
    /// Where the claim's service sorts: claims of no service come after all others.
    fn service_place(&self) -> u32 {
        self.service.map_or(u32::MAX, u32::from)
    }

    /// Whether every key of the rule holds.
    fn holds(&self, response: &ErrorResponse, service: Service) -> bool {
        self.service_holds(service) && self.keys_hold(response)
    }

    /// Whether every key holds, where the response states the rule's code: it is what the claim was found by.
    fn holds_for_its_code(&self, response: &ErrorResponse, service: Service) -> bool {
        self.service_holds(service) && (!self.conditional || self.conditions_hold(response))
    }

    /// Whether every key but the service holds.
    fn keys_hold(&self, response: &ErrorResponse) -> bool {
        let code = self.rule.code;
        (code == CodeKey::None || codes_of(response).any(|stated| code.covers(stated)))
            && self.conditions_hold(response)
    }

    /// Whether every key but the service and the code holds.
    fn conditions_hold(&self, response: &ErrorResponse) -> bool {
        let rule = self.rule;
        (match rule.transport {
            TransportKey::None => true,
            TransportKey::Any => response.transport().is_some(),
            TransportKey::Kind(kind) => response.transport() == Some(kind),
        }) && rule.operation.is_none_or(|operation| response.operation() == Some(operation))
            && rule.status.is_none_or(|status| response.status() == Some(status))
            && rule.message_prefix.is_none_or(|prefix| response.message().is_some_and(|it| has_prefix(it, prefix)))
    }

    fn holds_by_code_alone(&self, code: &str, service: Service) -> bool {
        self.service_holds(service) && self.rule.code.covers(code) && !self.conditional
    }

    fn service_holds(&self, service: Service) -> bool {
        match (self.service, service) {
            (None, _) => true,
            (Some(named), Service::Known(id)) => named == id,
            (Some(_), Service::Foreign) => false,
            (Some(_), Service::Unknown) => !self.shared,
        }
    }
}

/// The shape before the public code: `__type` picks the class even where a query code replaces it in public.
fn codes_of(response: &ErrorResponse) -> impl Iterator<Item = &str> {
    response.shape().into_iter().chain(response.code())
}

/// Whether `text` begins with `prefix`, ASCII letters compared without case.
fn has_prefix(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}
