//! Codes and rules: under what a class is recognised.

use std::collections::HashMap;

use super::change::Found;
use super::claims::{asks, covers, own_code, service};
use super::pairs::{Pair, Pairs};
use super::retry::retry;
use super::table::What;
use crate::model::{ClassFacts, Kind, Rule};

/// The class's own name on the wire.
pub(super) fn compare_codes(pairs: &Pairs<'_>, pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Pair { old, new, id, .. } = pair;
    match (&old.code, &new.code) {
        (Some(before), Some(after)) if before != after => {
            found.push(Found::new(id, What::CodeChanged).before(before).after(after));
        }
        (Some(before), None) => {
            let change = match own_code(old).and_then(|rule| leads_to(pairs, pair, &rule)) {
                Some(now) if now.narrows && old.kind != Kind::Local => {
                    Found::new(id, What::CodeNarrowed).about(now.name)
                }
                Some(now) => Found::new(id, What::CodeMoved).about(now.name),
                None => Found::new(id, What::CodeRemoved),
            };
            found.push(change.before(before));
        }
        (None, Some(after)) => found.push(Found::new(id, What::CodeAdded).after(after)),
        (Some(_), Some(_)) | (None, None) => {}
    }
    if let Some(code) = new.code.as_deref().filter(|code| old.code.as_deref() != Some(*code)) {
        found.extend(taken(pairs, id, new, own_code(new).as_ref(), code));
    }
}

/// The rules beside the code.
pub(super) fn compare_rules(pairs: &Pairs<'_>, pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Pair { old, new, id, .. } = pair;
    let mut rest: HashMap<Rule, Vec<&Rule>> = HashMap::new();
    for rule in new.rules.iter().rev() {
        rest.entry(asks(rule)).or_default().push(rule);
    }
    for rule in &old.rules {
        match rest.get_mut(&asks(rule)).and_then(Vec::pop) {
            Some(now) => found.extend(compare_rule(id, rule, now)),
            None => found.push(gone(pairs, pair, rule)),
        }
    }
    let mut added: Vec<&Rule> = rest.into_values().flatten().collect();
    added.sort_by_cached_key(ToString::to_string);
    for rule in added {
        let code = rule.code.as_deref();
        let what = match (code, &rule.prefix) {
            (Some(_), _) => What::AliasAdded,
            (None, Some(_)) => What::PrefixAdded,
            (None, None) => What::RuleAdded,
        };
        let taken = code.and_then(|code| taken(pairs, id, new, Some(rule), code));
        found.push(taken.unwrap_or_else(|| Found::new(id, what).after(rule.to_string())));
    }
}

/// What a rule says for itself, beside what it asks.
fn compare_rule(id: &str, old: &Rule, new: &Rule) -> Vec<Found> {
    let subject = format!("under `{}`", asks(old));
    let mut found: Vec<Found> =
        retry(old.retry, new.retry).map(|what| Found::new(id, what).about(&*subject)).into_iter().collect();
    if old.texts != new.texts {
        let texts = |rule: &Rule| rule.texts.join("\n");
        found
            .push(Found::new(id, What::TextsChanged).about(asks(old).to_string()).before(texts(old)).after(texts(new)));
    }
    found
}

/// What became of a rule that the class no longer has.
fn gone(pairs: &Pairs<'_>, pair: &Pair<'_>, rule: &Rule) -> Found {
    let before = asks(rule).to_string();
    let found = |what| Found::new(pair.id, what).before(&*before);
    let same_service = pair.old.service == pair.new.service;
    let own = own_code(pair.new);
    if let Some(wide) = own.iter().chain(&pair.new.rules).find(|wide| same_service && covers(wide, rule)) {
        return found(What::RuleCovered).after(asks(wide).to_string());
    }
    let elsewhere = leads_to(pairs, pair, rule);
    let narrows = elsewhere.as_ref().is_some_and(|now| now.narrows);
    let change = match (&rule.code, &rule.prefix) {
        (Some(_), _) if narrows => found(What::AliasNarrowed),
        (Some(_), _) if elsewhere.is_some() => found(What::AliasMoved),
        (Some(_), _) => found(What::AliasRemoved),
        (None, _) if narrows => found(What::RuleNarrowed),
        (None, Some(_)) => found(What::PrefixRemoved),
        (None, None) => found(What::RuleRemoved),
    };
    match elsewhere {
        Some(now) => change.about(now.name),
        None => change,
    }
}

/// The other class to which a rule leads now.
struct Elsewhere<'a> {
    name: &'a str,
    /// It descends from the former class, and carries all that that one did.
    narrows: bool,
}

fn leads_to<'a>(pairs: &Pairs<'a>, pair: &Pair<'_>, rule: &Rule) -> Option<Elsewhere<'a>> {
    let now = pairs.claims.claimant(pair.old, rule).filter(|now| *now != pair.id)?;
    let class = pairs.new.classes.get(now)?;
    let carries = |class: &ClassFacts| {
        let has = |member: &crate::model::Member| {
            class
                .members
                .iter()
                .any(|other| (member.place, &member.name, &member.r#type) == (other.place, &other.name, &other.r#type))
        };
        pair.old.members.iter().all(has)
    };
    Some(Elsewhere { name: &class.name, narrows: pairs.new.is_a(now, pair.id) && carries(class) })
}

/// A code that nobody named whole before, and that was another class's by its beginning.
fn taken(pairs: &Pairs<'_>, id: &str, class: &ClassFacts, rule: Option<&Rule>, code: &str) -> Option<Found> {
    let rule = rule?;
    if pairs.claimed.claimant(class, rule).is_some() {
        return None;
    }
    let former = pairs.claimed.claimant_by_prefix(code, service(class, rule.service.as_deref()))?;
    let former = pairs.now(former).filter(|former| !pairs.new.is_a(id, former))?;
    Some(Found::new(id, What::CodeTaken).about(pairs.name(former)).after(code))
}
