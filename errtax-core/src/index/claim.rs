//! One class's claim on responses: a rule, and what it gives.

use super::services::{Name, Place, place_of};
use super::text;
use crate::entry::Entry;
use crate::erased::Build;
use crate::response::ErrorResponse;
use crate::rule::{CodeKey, Rank, Rule, ServiceKey, TransportKey, UNCLAIMED};
use crate::taxon::Taxon;

/// A cache line each: a look-up reads one.
#[doc(hidden)]
#[repr(align(64))]
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// The class that a response becomes; where several classes claim the same, their nearest common ancestor.
    pub(crate) taxon: &'static Taxon,
    pub(crate) rule: &'static Rule,
    /// What builds the class; `None` for one without values, or an ancestor that is only known by its taxon.
    pub(crate) build: Option<Build>,
    pub(super) standing: Standing,
    /// The place of the entry whose rule this is.
    pub(super) owner: u32,
    /// The rule's code or prefix, else empty.
    pub(super) code: &'static str,
    /// The hash of `code`.
    pub(super) hash: u32,
    /// How many claims on the same exact code stand here: from this one to the last.
    pub(super) run: u32,
    pub(super) rank: Rank,
    pub(super) service: Option<Place>,
    /// Whether a class of another service claims the same: such a claim does not hold while the service is unknown.
    pub(super) shared: bool,
}

/// How a claim stands to others on the same key.
#[derive(Clone, Copy, Debug)]
pub(super) enum Standing {
    /// No other class makes it.
    Sole,
    /// Others make it too, and this one stands for all of them.
    Contested,
    /// Another one stands for it.
    Rival,
}

const _: () = assert!(size_of::<Claim>() == 64);

/// The service of a response, looked up once.
#[derive(Clone, Copy, Debug)]
pub(super) enum Service {
    /// Nobody says: not the response, not the root.
    Unknown,
    /// It is stated, and no class or rule names it.
    Foreign,
    /// It is stated, and a class or a rule names it: its place among them.
    Known(Place),
}

impl Service {
    pub(super) const fn among(names: &[Name], service: &str) -> Self {
        match place_of(service, names) {
            Some(place) => Self::Known(place),
            None => Self::Foreign,
        }
    }
}

impl Claim {
    pub(super) const fn new(entry: &'static Entry, owner: u32, rule: &'static Rule, services: &[Name]) -> Self {
        let service = match rule.service {
            ServiceKey::Named(service) => Some(service),
            ServiceKey::OfClass => entry.taxon.service(),
            ServiceKey::Any => None,
        };
        let code = rule.code_text();
        Self {
            taxon: entry.taxon,
            rule,
            build: entry.build,
            standing: Standing::Sole,
            owner,
            code,
            hash: text::hash(code),
            run: 1,
            rank: rule.rank(service.is_some()),
            service: match service {
                Some(service) => place_of(service, services),
                None => None,
            },
            shared: false,
        }
    }

    /// What stands in a table before it is filled: a claim of a rule that no class has.
    pub(super) const fn nothing(entry: &'static Entry) -> Self {
        Self::new(entry, 0, &UNCLAIMED, &[])
    }

    /// Writes a claim for each rule of each entry: as many as they have rules.
    pub(super) const fn collect(entries: &[&'static Entry], services: &[Name], claims: &mut [Self]) {
        let (mut owner, mut place) = (0_u32, 0);
        while (owner as usize) < entries.len() {
            let entry = entries[owner as usize];
            let mut rules = entry.rules;
            while let [rule, rest @ ..] = rules {
                claims[place] = Self::new(entry, owner, rule, services);
                place += 1;
                rules = rest;
            }
            owner += 1;
        }
    }

    /// Where the claim's service sorts: claims of no service come after all others.
    pub(super) const fn service_place(&self) -> u32 {
        match self.service {
            Some(place) => place.to_u32(),
            None => u32::MAX,
        }
    }

    /// Whether the claim is on this code, whose hash it is.
    #[inline]
    pub(super) fn is_on(&self, code: &str, hash: u32) -> bool {
        self.hash == hash && text::same(self.code, code)
    }

    /// Whether the claim is found by its code: a fallback never is.
    #[inline]
    pub(super) const fn is_exact(&self) -> bool {
        self.rank.is_exact()
    }

    pub(super) const fn is_contested(&self) -> bool {
        matches!(self.standing, Standing::Contested)
    }

    pub(super) const fn is_rival(&self) -> bool {
        matches!(self.standing, Standing::Rival)
    }
}

/// Whether it holds.
impl Claim {
    /// Whether every key of the rule holds.
    pub(super) fn holds(&self, response: &ErrorResponse, service: Service) -> bool {
        self.service_holds(service) && self.keys_hold(response)
    }

    /// Whether every key holds, where the response states the rule's code: it is what the claim was found by.
    #[inline]
    pub(super) fn holds_for_its_code(&self, response: &ErrorResponse, service: Service) -> bool {
        self.service_holds(service) && (!self.rank.is_conditional() || self.conditions_hold(response))
    }

    /// Whether every key but the service holds.
    pub(super) fn keys_hold(&self, response: &ErrorResponse) -> bool {
        let code = self.rule.code;
        let stated = || codes_of(response).any(|stated| code.covers(stated));
        (matches!(code, CodeKey::None) || stated()) && self.conditions_hold(response)
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

    pub(super) fn holds_by_code_alone(&self, code: &str, service: Service) -> bool {
        self.service_holds(service) && self.rule.code.covers(code) && !self.rank.is_conditional()
    }

    /// Whether the service is right. A rival never holds: another claim stands for it.
    #[inline]
    fn service_holds(&self, service: Service) -> bool {
        !self.is_rival()
            && match (self.service, service) {
                (None, _) => true,
                (Some(named), Service::Known(id)) => named == id,
                (Some(_), Service::Foreign) => false,
                (Some(_), Service::Unknown) => !self.shared,
            }
    }
}

/// The shapes before the public code: `__type` picks the class even where a query code replaces it in public.
pub(super) fn codes_of(response: &ErrorResponse) -> impl Iterator<Item = &str> {
    response.shapes().chain(response.code())
}

/// Whether `text` begins with `prefix`, ASCII letters compared without case.
fn has_prefix(text: &str, prefix: &str) -> bool {
    text.as_bytes().get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}
