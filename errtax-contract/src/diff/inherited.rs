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
    found.sort_by_cached_key(|found| kin::lineage(pairs.new, &found.class).len());
    // For each of them, the one that it counts for: that of a parent, or itself.
    let mut told: HashMap<(&str, What, &Detail), usize> = HashMap::new();
    let mut counts = vec![0; found.len()];
    for (index, Found { class, what, detail }) in found.iter().enumerate() {
        let above = parent(class).and_then(|parent| told.get(&(parent, *what, detail))).copied();
        told.insert((class, *what, detail), above.unwrap_or(index));
        counts[above.unwrap_or(index)] += 1;
    }
    let changes = found.into_iter().zip(counts).filter(|(_, count)| *count > 0).map(|(found, count)| {
        let Found { class, what, detail } = found;
        Change { what, name: name(pairs, &class).to_owned(), class, detail, below: count - 1 }
    });
    together(pairs, changes.collect())
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
