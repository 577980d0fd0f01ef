//! Codes and rules that decide now about answers that were another class's.

use std::collections::{HashMap, HashSet};

use super::change::Found;
use super::claim::{Asked, Claim, claims_of};
use super::pairs::Pairs;
use super::table::What;
use crate::kin;

/// Asked of every class, whether it is new or not.
pub(super) fn compare(pairs: &Pairs<'_>) -> Vec<Found> {
    let former: HashMap<&str, &str> = pairs.iter().map(|pair| (pair.id, pair.old_id)).collect();
    let mut found = Vec::new();
    for (id, class) in &pairs.new.classes {
        let old = former.get(id.as_str()).and_then(|old_id| pairs.old.classes.get_key_value(*old_id));
        // Nearly always it claims what it did, in the same order.
        if old.is_some_and(|(old_id, old)| {
            claims_of(old_id, old).map(|claim| claim.asked).eq(claims_of(id, class).map(|claim| claim.asked))
        }) {
            continue;
        }
        let had: HashSet<Asked<'_>> =
            old.into_iter().flat_map(|(id, class)| claims_of(id, class)).map(|claim| claim.asked).collect();
        let mut came = claims_of(id, class).filter(|claim| !had.contains(&claim.asked)).peekable();
        if came.peek().is_some() {
            let above = kin::ancestors(pairs.new, id, usize::MAX).unwrap_or_default();
            found.extend(came.filter_map(|claim| taken(pairs, &claim, &above)));
        }
    }
    found
}

/// The first class below which the claim does not stand, and that had such answers before.
fn taken(pairs: &Pairs<'_>, claim: &Claim<'_>, above: &HashSet<&str>) -> Option<Found> {
    let rank = claim.asked.rank();
    let mut before: Vec<&Claim<'_>> = Vec::new();
    for former in pairs.claimed.meeting(&claim.asked) {
        let now = pairs.now(former.id).filter(|now| *now != claim.id && former.asked.rank() <= rank);
        if let Some(now) = now.filter(|now| still_claims(pairs, now, former)) {
            let one = |what| Found::new(claim.id, what).about(pairs.name(now)).after(claim.to_string());
            if former.asked == claim.asked {
                return Some(one(What::ClaimContested));
            }
            // A fallback takes what no other rule does: that is all that it promises.
            let promised = claim.asked.fallback || !former.asked.fallback;
            if promised && !above.contains(now) && !is_hidden(former, &claim.asked, &before) {
                return Some(one(What::ClaimTaken).before(former.to_string()));
            }
        }
        // It decided about all such answers, and no claim below it about any.
        if former.asked.covers(&claim.asked) {
            return None;
        }
        before.push(former);
    }
    None
}

/// Whether one of the claims that decide before it claims all that it has in common with another.
fn is_hidden(claim: &Claim<'_>, other: &Asked<'_>, before: &[&Claim<'_>]) -> bool {
    before.iter().any(|earlier| earlier.asked.covers_both(&claim.asked, other))
}

/// Whether a class still claims what it did. If not, that is told of itself.
fn still_claims(pairs: &Pairs<'_>, id: &str, former: &Claim<'_>) -> bool {
    let class = pairs.new.classes.get_key_value(id);
    class.into_iter().flat_map(|(id, class)| claims_of(id, class)).any(|claim| claim.asked.covers(&former.asked))
}

/// The class that takes over where a rule is gone: it stands between that one and the rule of the same class that remains.
pub(super) fn takes_over<'a>(
    pairs: &'a Pairs<'_>,
    id: &str,
    gone: &'a Asked<'_>,
    remains: &Asked<'_>,
) -> Option<&'a str> {
    let rank = gone.rank();
    let mut before: Vec<&Claim<'_>> = Vec::new();
    for claim in pairs.claims.meeting(gone).take_while(|claim| claim.asked.rank() >= remains.rank()) {
        let is_between = claim.asked.rank() <= rank && !pairs.new.is_a(claim.id, id);
        if is_between && !is_hidden(claim, gone, &before) {
            return Some(claim.id);
        }
        before.push(claim);
    }
    None
}
