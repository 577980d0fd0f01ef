//! What the values of a class carry.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::change::Found;
use super::table::What;
use crate::model::{ClassFacts, Kind, Member, Place};

pub(super) fn compare(id: &str, old: &ClassFacts, new: &ClassFacts, found: &mut Vec<Found>) {
    let is_built = old.kind == Kind::Wire && new.kind == Kind::Wire;
    let mut rest: HashMap<(Place, Cow<'_, str>), Vec<&Member>> = HashMap::new();
    for member in new.members.iter().rev() {
        rest.entry(key(member)).or_default().push(member);
    }
    for member in &old.members {
        match rest.get_mut(&key(member)).and_then(Vec::pop) {
            Some(now) => compare_one(id, member, now, is_built, found),
            None => found.push(Found::new(id, What::MemberRemoved).about(member.to_string())),
        }
    }
    for member in rest.into_values().flatten() {
        let what = if member.optional || !is_built { What::MemberAdded } else { What::MemberRequired };
        found.push(Found::new(id, what).about(member.to_string()));
    }
}

/// Where it stands, and under which name: those of headers are compared without case.
fn key(member: &Member) -> (Place, Cow<'_, str>) {
    let name = match member.place {
        Place::Header => member.name.to_ascii_lowercase().into(),
        _ => member.name.as_str().into(),
    };
    (member.place, name)
}

fn compare_one(id: &str, old: &Member, new: &Member, is_built: bool, found: &mut Vec<Found>) {
    let one = |what| Found::new(id, what).about(new.to_string());
    if within_option(&old.r#type) != within_option(&new.r#type) {
        found.push(one(What::MemberType).before(&old.r#type).after(&new.r#type));
    }
    found.extend(optionality(old, new, is_built).map(one));
    values(old, new, &one, found);
    match (old.out, new.out) {
        (false, true) => found.push(one(What::OutAdded)),
        (true, false) => found.push(one(What::OutRemoved)),
        (false, false) | (true, true) => {}
    }
    if old.docs != new.docs {
        found.push(one(What::DocsChanged).before(&old.docs).after(&new.docs));
    }
    if is_shown_differently(old, new) {
        found.push(one(What::MemberNotes));
    }
}

/// Whether an answer may lack it, and what a reader then finds.
fn optionality(old: &Member, new: &Member, is_built: bool) -> Option<What> {
    let is_option = |member: &Member| within_option(&member.r#type) != member.r#type;
    match (old.optional, new.optional) {
        (true, false) if is_built => Some(What::MemberNowRequired),
        (true, false) => Some(What::MemberAlwaysThere),
        (false, true) if is_option(new) => Some(What::MemberNowOptional),
        (false, true) => Some(What::MemberNowDefaulted),
        // A default instead of an absence, or the reverse.
        (_, _) if !is_option(old) && is_option(new) => Some(What::MemberNowOptional),
        (_, _) if is_option(old) && !is_option(new) => Some(What::MemberAlwaysThere),
        (true, true) | (false, false) => None,
    }
}

/// The names that it may be. A member without such a list may be anything: an open list of none.
fn values(old: &Member, new: &Member, one: &dyn Fn(What) -> Found, found: &mut Vec<Found>) {
    let is_open = |member: &Member| member.values.as_ref().is_none_or(|values| values.open);
    for value in known(old).iter().filter(|value| !known(new).contains(value)) {
        found.push(one(What::ValueRemoved).before(value));
    }
    let added = if is_open(old) { What::ValueAddedOpen } else { What::ValueAddedClosed };
    for value in known(new).iter().filter(|value| !known(old).contains(value)) {
        found.push(one(added).after(value));
    }
    match (is_open(old), is_open(new)) {
        (false, true) => found.push(one(What::ValuesOpened)),
        (true, false) => found.push(one(What::ValuesClosed)),
        (true, true) | (false, false) => {}
    }
}

fn known(member: &Member) -> &[String] {
    member.values.as_ref().map_or(&[], |values| &values.known)
}

/// Whether nothing but what documents it differs.
fn is_shown_differently(old: &Member, new: &Member) -> bool {
    let names = |member| known(member).iter().collect::<BTreeSet<_>>();
    let is_reordered = known(old) != known(new) && names(old) == names(new);
    let is_listed = known(old).is_empty() && known(new).is_empty() && old.values.is_some() != new.values.is_some();
    old.name != new.name || old.sample != new.sample || is_reordered || is_listed
}

/// A type without the `Option` around it, which says what `optional` does.
fn within_option(spelled: &str) -> &str {
    let path = spelled.strip_suffix('>').and_then(|path| path.split_once('<'));
    match path {
        Some((outer, inner)) if outer.trim_end().rsplit("::").next() == Some("Option") => inner.trim(),
        _ => spelled,
    }
}
