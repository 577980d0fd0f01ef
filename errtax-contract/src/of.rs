//! From the classes of a program to data.

use std::collections::{BTreeMap, HashSet};

use errtax_core::describe::{self, Described, Field, RuleFacts};
use errtax_core::{Classifier, Origin, Taxon};

use crate::model::{ClassFacts, Contract, Fault, Kind, Member, Place, Retry, Rule, Values};

impl Contract {
    /// What the classes of `classifier` promise: of [`Classifier::of`] those that are registered below a root, of
    /// [`Classifier::new`] those that a catalog lists.
    pub fn of(classifier: &Classifier) -> Self {
        let described = describe::classes(classifier);
        let root = described.first().map(|class| class.taxon.path().to_owned()).unwrap_or_default();
        let inside: BTreeMap<_, _> = described.iter().map(|each| (each.taxon.path().to_owned(), class(each))).collect();
        let ancestors = described.iter().flat_map(|each| above(each.taxon));
        let mut classes: BTreeMap<_, _> = ancestors.map(|taxon| (taxon.path().to_owned(), outside(taxon))).collect();
        classes.extend(inside);
        Self { root, classes }
    }
}

/// The identity that two classes of `classifier` have, if there is such a one.
pub(crate) fn identity_of_two(classifier: &Classifier) -> Option<&'static str> {
    let mut seen = HashSet::new();
    classifier.taxa().map(Taxon::path).find(|path| !seen.insert(*path))
}

/// Every ancestor, by whichever way: a lineage holds secondary ancestors, and each of these has a lineage.
fn above(taxon: &'static Taxon) -> Vec<&'static Taxon> {
    let mut found: Vec<&'static Taxon> = Vec::new();
    let mut open = vec![taxon];
    while let Some(taxon) = open.pop() {
        let next = taxon.parent().into_iter().chain(taxon.also().iter().copied());
        let new: Vec<_> = next.filter(|each| !found.contains(each)).collect();
        found.extend(&new);
        open.extend(new);
    }
    found
}

fn class(described: &Described) -> ClassFacts {
    let taxon = described.taxon;
    let problem = described.problem();
    let reason = || Some(format!("{}/{}", taxon.domain()?, taxon.code()?));
    let known = [taxon.code().map(str::to_owned), problem.clone(), reason()];
    let mut rules: Vec<_> = described.rules().map(rule).collect();
    // The class's own code says it already, and so do the names that wires make of it.
    rules.retain(|rule| *rule != Rule { code: rule.code.clone(), ..Rule::default() } || !known.contains(&rule.code));
    let members = described.fields.iter().map(|field| member(field)).collect();
    let kind = match described.kind() {
        describe::Kind::Category => Kind::Category,
        describe::Kind::Wire => Kind::Wire,
        describe::Kind::Local => Kind::Local,
    };
    ClassFacts { kind, problem, rules, members, ..outside(taxon) }.in_order()
}

/// What a taxon alone says.
fn outside(taxon: &Taxon) -> ClassFacts {
    let mut also: Vec<_> = taxon.also().iter().map(|also| also.path().to_owned()).collect();
    also.sort();
    ClassFacts {
        parent: taxon.parent().map(|parent| parent.path().to_owned()),
        also,
        code: taxon.code().map(str::to_owned),
        service: taxon.service().map(str::to_owned),
        status: taxon.status(),
        fault: taxon.fault().map(Fault::of_core),
        retry: taxon.retry().and_then(retry),
        domain: taxon.domain().map(str::to_owned),
        exposed: taxon.is_exposed(),
        docs: taxon.docs().to_owned(),
        ..ClassFacts::new(taxon.name(), Kind::Outside)
    }
}

/// Advice that has no word here yet is not said.
fn retry(retry: errtax_core::Retry) -> Option<Retry> {
    match retry {
        errtax_core::Retry::Never => Some(Retry::Never),
        errtax_core::Retry::Transient => Some(Retry::Transient),
        errtax_core::Retry::Throttling => Some(Retry::Throttling),
        _ => None,
    }
}

fn rule(facts: RuleFacts) -> Rule {
    Rule {
        code: facts.code.map(str::to_owned),
        prefix: facts.prefix.map(str::to_owned),
        service: facts.service.map(str::to_owned),
        operation: facts.operation.map(str::to_owned),
        message_prefix: facts.message_prefix.map(str::to_owned),
        status: facts.status,
        transport: facts.transport.map(str::to_owned),
        fallback: facts.is_fallback,
        retry: facts.retry.and_then(retry),
        texts: facts.texts.iter().map(|text| (*text).to_owned()).collect(),
    }
}

fn member(field: &Field) -> Member {
    let (place, name) = match field.origin {
        Origin::Member(name) => (Place::Member, name),
        Origin::Header(name) => (Place::Header, name),
        Origin::Context(key) => (Place::Context, key),
        Origin::RequestId => (Place::RequestId, ""),
        Origin::RetryAfter => (Place::RetryAfter, ""),
        _ => (Place::Message, ""),
    };
    let trace = field.trace();
    let values = trace
        .values
        .map(|values| Values { known: values.known.into_iter().map(str::to_owned).collect(), open: values.is_open });
    Member {
        place,
        name: name.to_owned(),
        r#type: field.spelled.to_owned(),
        optional: trace.is_optional,
        out: field.is_written,
        values,
        // A delay is whole seconds on each wire, whatever type it is read into.
        sample: if place == Place::RetryAfter { Some(3.into()) } else { trace.sample },
        docs: field.docs.trim().to_owned(),
    }
}
