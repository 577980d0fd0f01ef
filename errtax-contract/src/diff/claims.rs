//! Who claims what: codes and rules of all classes of a contract.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::claim::{Asked, Claim, Code, claims_of};
use crate::model::Contract;

/// What the classes of a contract claim, by code or prefix; of each the deciding one first.
pub(super) struct Claims<'a>(HashMap<Code<'a>, Vec<Claim<'a>>>);

impl<'a> Claims<'a> {
    pub(super) fn of(contract: &'a Contract) -> Self {
        let mut claims: HashMap<Code<'_>, Vec<Claim<'_>>> = HashMap::new();
        for claim in contract.classes.iter().flat_map(|(id, class)| claims_of(id, class)) {
            claims.entry(claim.asked.code).or_default().push(claim);
        }
        for on_one_code in claims.values_mut().filter(|claims| claims.len() > 1) {
            on_one_code.sort_by_cached_key(|claim| Reverse(claim.asked.rank()));
        }
        Self(claims)
    }

    /// The claim of the one class that asks this.
    pub(super) fn claimant<'s>(&'s self, asked: &'s Asked<'_>) -> Option<&'s Claim<'s>> {
        let mut same = self.on(asked.code).filter(|claim| claim.asked == *asked);
        let first = same.next()?;
        same.all(|claim| claim.id == first.id).then_some(first)
    }

    /// The claims that can hold together with what is asked, the deciding one first: on the code, on its prefixes from
    /// the longest, on no code. Of those on longer codes, which decide before it, there is none.
    pub(super) fn meeting<'s>(&'s self, asked: &'s Asked<'_>) -> impl Iterator<Item = &'s Claim<'s>> {
        let (exact, text) = match asked.code {
            Code::Exact(code) => (Some(code), code),
            Code::Prefix(prefix) => (None, prefix),
            Code::None => (None, ""),
        };
        let ends = text.char_indices().rev().map(|(at, letter)| at + letter.len_utf8()).chain([0]);
        let prefixes = ends.filter_map(|end| text.get(..end)).map(Code::Prefix);
        let codes = exact.map(Code::Exact).into_iter().chain(prefixes).chain([Code::None]);
        codes.flat_map(|code| self.on(code)).filter(|claim| claim.asked.meets(asked))
    }

    fn on<'s>(&'s self, code: Code<'s>) -> impl Iterator<Item = &'s Claim<'s>> {
        self.0.get(&code).into_iter().flatten()
    }
}
