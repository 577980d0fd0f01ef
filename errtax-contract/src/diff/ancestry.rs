//! Parents and secondary ancestors: what a class is one of.
//!
//! Only what a class states itself is told of it. Whenever a former `is_a` is lost, some class on the way has lost an
//! ancestor that it stated: that one is told, and not all the classes below it.

use std::collections::{BTreeMap, HashSet};

use super::change::Found;
use super::pairs::{Pair, Pairs};
use super::table::What;
use crate::kin;
use crate::model::Kind;

pub(super) fn compare(pairs: &Pairs<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut inserted = BTreeMap::new();
    for pair in pairs.iter() {
        if stated_alike(pairs, &pair) {
            continue;
        }
        let above = kin::ancestors(pairs.new, pair.id, usize::MAX).unwrap_or_default();
        found.extend(parents(pairs, &pair, &above, &mut inserted));
        found.append(&mut secondary(pairs, &pair, &above));
    }
    found.extend(inserted.into_iter().map(|((ancestor, parent), below)| {
        let below = match below.as_slice() {
            [one] => format!("`{}`", pairs.name(one)),
            more => format!("{} classes", more.len()),
        };
        Found::new(ancestor, What::ParentInserted).about(pairs.name(parent)).after(below)
    }));
    found
}

fn stated_alike(pairs: &Pairs<'_>, pair: &Pair<'_>) -> bool {
    let now = |id: &String| pairs.old.classes.get_key_value(id).and_then(|(id, _)| pairs.now(id));
    pair.old.parent.as_ref().map(now) == pair.new.parent.as_deref().map(Some)
        && pair.old.also.iter().map(now).collect::<HashSet<_>>()
            == pair.new.also.iter().map(|also| Some(also.as_str())).collect()
}

/// Classes between which and their former parent another one stands now, by that one and the parent.
type Inserted<'a> = BTreeMap<(&'a str, &'a str), Vec<&'a str>>;

fn parents<'a>(
    pairs: &Pairs<'a>,
    pair: &Pair<'a>,
    above: &HashSet<&str>,
    inserted: &mut Inserted<'a>,
) -> Option<Found> {
    let former = pair.old.parent.as_deref();
    let parent = pair.new.parent.as_deref();
    let former_now = former.and_then(|former| still(pairs, former));
    if former.is_some() == parent.is_some() && former_now == parent {
        return None;
    }
    let lineage = kin::lineage(pairs.old, pair.old_id);
    let lost: Vec<&str> =
        lineage.iter().copied().filter(|id| still(pairs, id).is_some_and(|now| !above.contains(now))).collect();
    let name = |contract: &'a crate::model::Contract, id: &'a str| {
        contract.classes.get(id).map_or(id, |class| class.name.as_str())
    };
    if !lost.is_empty() {
        let names: Vec<String> = lost.iter().map(|id| format!("`{}`", name(pairs.old, id))).collect();
        return Some(Found::new(pair.id, What::ParentChanged).about(names.join(", ")));
    }
    // What was removed is told of itself: the nearest one that is left decides.
    let nearest = lineage.iter().find_map(|id| still(pairs, id));
    match (nearest, parent) {
        (nearest, parent) if nearest == parent => None,
        (Some(nearest), Some(parent)) if kin::lineage(pairs.new, pair.id).contains(&nearest) => {
            inserted.entry((parent, nearest)).or_default().push(pair.id);
            None
        }
        (_, _) => {
            let none = "none".to_owned();
            let before = former.map_or(none.clone(), |id| name(pairs.old, id).to_owned());
            let after = parent.map_or(none, |id| pairs.name(id).to_owned());
            Some(Found::new(pair.id, What::ParentKept).before(before).after(after))
        }
    }
}

/// Where an ancestor is now. One from outside that is gone stays itself: nobody else tells of it.
fn still<'a>(pairs: &Pairs<'a>, id: &'a str) -> Option<&'a str> {
    let outside = || pairs.old.classes.get(id).is_none_or(|class| class.kind == Kind::Outside).then_some(id);
    pairs.now(id).or_else(outside)
}

fn secondary(pairs: &Pairs<'_>, pair: &Pair<'_>, above: &HashSet<&str>) -> Vec<Found> {
    let former: HashSet<&str> = pair.old.also.iter().filter_map(|id| still(pairs, id)).collect();
    let stated: HashSet<&str> = pair.new.also.iter().map(String::as_str).collect();
    let former_above = kin::ancestors(pairs.old, pair.old_id, usize::MAX).unwrap_or_default();
    let former_above: HashSet<&str> = former_above.into_iter().filter_map(|id| still(pairs, id)).collect();
    let removed = former.difference(&stated).map(|id| {
        let what = if above.contains(id) { What::AlsoRestated } else { What::AlsoRemoved };
        let name = pairs.old.classes.get(*id).map_or(pairs.name(id), |class| &class.name);
        Found::new(pair.id, what).about(name).before(*id)
    });
    let added = stated.difference(&former).map(|id| {
        let what = if former_above.contains(id) { What::AlsoRestated } else { What::AlsoAdded };
        Found::new(pair.id, what).about(pairs.name(id)).after(*id)
    });
    removed.chain(added).collect()
}
