//! One class, fact by fact.

use super::change::Found;
use super::pairs::{Pair, Pairs};
use super::retry::{retry, says_status};
use super::table::What;
use super::{member, rule};
use crate::model::{ClassFacts, Fault, Kind};

pub(super) fn compare(pairs: &Pairs<'_>, pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Pair { old_id, old, id, new } = pair;
    let one = |what| Found::new(id, what);
    if old.kind == Kind::Outside || new.kind == Kind::Outside {
        let what = match (old.kind, new.kind) {
            (Kind::Outside, Kind::Outside) => differs_beside_its_ancestors(old, new).then_some(What::OutsideChanged),
            (Kind::Outside, _) => Some(What::ClassEntered),
            (_, _) => Some(What::ClassLeft),
        };
        found.extend(what.map(one));
        return;
    }
    if old_id == id && old.name != new.name {
        found.push(one(What::ClassRenamed).before(&old.name));
    }
    if let Some(what) = kinds(old.kind, new.kind) {
        found.push(one(what).before(kind(old.kind)).after(kind(new.kind)));
    }
    rule::compare_codes(pairs, pair, found);
    rule::compare_rules(pairs, pair, found);
    facts(pairs, pair, found);
    member::compare(id, old, new, found);
    if old.docs != new.docs {
        found.push(one(What::DocsChanged).before(&old.docs).after(&new.docs));
    }
}

fn facts(pairs: &Pairs<'_>, pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Pair { old, id, new, .. } = pair;
    let (status, fault) = (
        |class: &ClassFacts| class.status.map(|status| status.to_string()),
        |class: &ClassFacts| class.fault.map(|fault| fault.to_string()),
    );
    let mut fact = |before: Option<String>, after: Option<String>, [added, removed, changed]: [What; 3]| {
        found.extend(match (before, after) {
            (None, Some(after)) => Some(Found::new(id, added).after(after)),
            (Some(before), None) => Some(Found::new(id, removed).before(before)),
            (Some(before), Some(after)) if before != after => Some(Found::new(id, changed).before(before).after(after)),
            (_, _) => None,
        });
    };
    fact(status(old), status(new), [What::StatusAdded, What::StatusRemoved, What::StatusChanged]);
    let follows = |class: &ClassFacts| class.fault == class.status.and_then(Fault::of_status);
    if old.status == new.status || !follows(old) || !follows(new) {
        fact(fault(old), fault(new), [What::FaultAdded, What::FaultRemoved, What::FaultChanged]);
    }
    let service = if old.service == new.service
        || pairs.recognised.contains(pairs.topmost(pair, |class| class.service.as_deref()))
    {
        [What::ServiceAdded, What::ServiceRemoved, What::ServiceChanged]
    } else {
        [What::ServiceSaid, What::ServiceUnsaid, What::ServiceRestated]
    };
    fact(old.service.clone(), new.service.clone(), service);
    let (before, after) = problems(old, new);
    fact(before, after, [What::ProblemAdded, What::ProblemRemoved, What::ProblemChanged]);
    let domain =
        if old.domain == new.domain || pairs.coded.contains(pairs.topmost(pair, |class| class.domain.as_deref())) {
            [What::DomainAdded, What::DomainRemoved, What::DomainChanged]
        } else {
            [What::DomainAdded, What::DomainUnsaid, What::DomainRestated]
        };
    fact(old.domain.clone(), new.domain.clone(), domain);
    let says_status = says_status(old.status, old.code.is_some());
    found.extend(retry(old.retry, new.retry, says_status).map(|what| Found::new(id, what)));
    match (old.exposed, new.exposed) {
        (false, true) => found.push(Found::new(id, What::ExposedAdded)),
        (true, false) => found.push(Found::new(id, What::ExposedRemoved)),
        (false, false) | (true, true) => {}
    }
}

/// The types of problem details, as far as they do not follow the code: of two with one code, what stands before it.
fn problems(old: &ClassFacts, new: &ClassFacts) -> (Option<String>, Option<String>) {
    let base = |class: &ClassFacts| Some(class.problem.as_deref()?.strip_suffix(class.code.as_deref()?)?.to_owned());
    match (base(old), base(new)) {
        (Some(before), Some(after)) if before == after => (None, None),
        (Some(before), Some(after)) if old.code == new.code => (Some(before + "*"), Some(after + "*")),
        (_, _) => (old.problem.clone(), new.problem.clone()),
    }
}

fn kinds(before: Kind, after: Kind) -> Option<What> {
    let rank = |kind| match kind {
        Kind::Outside => 0,
        Kind::Category => 1,
        Kind::Local => 2,
        Kind::Wire => 3,
    };
    match rank(before).cmp(&rank(after)) {
        std::cmp::Ordering::Less => Some(What::ValuesGained),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(What::ValuesLost),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Category => "a category",
        Kind::Wire => "built from responses",
        Kind::Local => "local",
        Kind::Outside => "outside",
    }
}

fn differs_beside_its_ancestors(old: &ClassFacts, new: &ClassFacts) -> bool {
    let rest = |class: &ClassFacts| ClassFacts { parent: None, also: Vec::new(), ..class.clone() };
    rest(old) != rest(new)
}
