//! What a class inherits, it changes with its ancestor: one change, told of the ancestor.

use std::collections::HashMap;

use super::change::{Change, Detail, Found};
use super::pairs::Pairs;
use super::table::What;
use crate::kin;
use crate::model::Contract;

/// The changes without those that a class has in common with its parent, which count them.
pub(super) fn collapse(pairs: &Pairs<'_>, mut found: Vec<Found>) -> Vec<Change> {
    let parent = |id: &str| pairs.new.classes.get(id).and_then(|class| class.parent.as_deref());
    // Parents first.
    found.sort_by_cached_key(|found| (kin::lineage(pairs.new, &found.class).len(), found.class.clone()));
    let mut changes: Vec<Change> = Vec::new();
    let mut told: HashMap<(String, What, Detail), usize> = HashMap::new();
    for Found { class, what, detail } in found {
        let above = parent(&class).and_then(|parent| told.get(&(parent.to_owned(), what, detail.clone()))).copied();
        let index = above.unwrap_or(changes.len());
        told.insert((class.clone(), what, detail.clone()), index);
        if let Some(change) = changes.get_mut(index) {
            change.below += 1;
        } else {
            let name = name(pairs, &class).to_owned();
            changes.push(Change { what, class, name, detail, below: 0 });
        }
    }
    together(pairs, changes)
}

fn name<'a>(pairs: &'a Pairs<'_>, id: &'a str) -> &'a str {
    let of = |contract: &'a Contract| contract.classes.get(id).map(|class| class.name.as_str());
    of(pairs.new).or_else(|| of(pairs.old)).unwrap_or(id)
}

/// What types of problem details begin with is stated once, where it may be no type itself: it is told of the nearest
/// class that all those have in common whose types changed with it.
fn together(pairs: &Pairs<'_>, changes: Vec<Change>) -> Vec<Change> {
    let begins = |change: &Change| {
        change.what == What::ProblemChanged && change.detail.before.as_ref().is_some_and(|before| before.ends_with('*'))
    };
    let (begun, mut rest): (Vec<Change>, Vec<Change>) = changes.into_iter().partition(begins);
    let mut groups: HashMap<Detail, Vec<Change>> = HashMap::new();
    for change in begun {
        groups.entry(change.detail.clone()).or_default().push(change);
    }
    for (detail, group) in groups {
        match shared(pairs.new, &group) {
            Some(class) => {
                let classes: usize = group.iter().map(|change| change.below + 1).sum();
                let below = classes - usize::from(group.iter().any(|change| change.class == class));
                let name = name(pairs, &class).to_owned();
                rest.push(Change { what: What::ProblemChanged, class, name, detail, below });
            }
            None => rest.extend(group),
        }
    }
    rest
}

/// The nearest class that is, or is above, each of these.
fn shared(contract: &Contract, changes: &[Change]) -> Option<String> {
    let (first, others) = changes.split_first()?;
    others.iter().try_fold(first.class.clone(), |shared, change| common(contract, &shared, &change.class))
}

/// The nearest class that is, or is above, both.
fn common(contract: &Contract, a: &str, b: &str) -> Option<String> {
    let mut of_b = kin::lineage(contract, b);
    of_b.push(b);
    let mut of_a = kin::lineage(contract, a).into_iter();
    if of_b.contains(&a) { Some(a.to_owned()) } else { of_a.find(|id| of_b.contains(id)).map(str::to_owned) }
}
