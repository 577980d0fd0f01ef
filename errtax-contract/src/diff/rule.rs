//! Codes and rules: under what a class is recognised.

use std::collections::HashMap;

use super::change::Found;
use super::claim::{Asked, asks, claims_of};
use super::pairs::{Pair, Pairs};
use super::retry::{retry, says_status};
use super::table::What;
use super::taken::takes_over;
use super::verdict::Verdict;
use crate::model::{ClassFacts, Kind, Member, Retry, Rule};

/// The class's own name on the wire.
pub(super) fn compare_codes(pairs: &Pairs<'_>, pair: &Pair<'_>, found: &mut Vec<Found>) {
    let Pair { old, new, id, .. } = pair;
    match (&old.code, &new.code) {
        (Some(before), Some(after)) if before != after => {
            found.push(Found::new(id, What::CodeChanged).before(before).after(after));
        }
        (Some(before), None) => {
            let asked = Asked::own_code(old);
            let change = match asked.as_ref().and_then(|asked| leads_to(pairs, pair, asked, None)) {
                Some(now) if now.narrows => Found::new(id, What::CodeNarrowed).about(now.name),
                Some(now) => Found::new(id, What::CodeMoved).about(now.name),
                None => Found::new(id, What::CodeRemoved),
            };
            found.push(change.before(before));
        }
        (None, Some(after)) => found.push(Found::new(id, What::CodeAdded).after(after)),
        (Some(_), Some(_)) | (None, None) => {}
    }
}

/// The rules beside the code.
pub(super) fn compare_rules(pairs: &Pairs<'_>, pair: &Pair<'_>, found: &mut Vec<Found>) {
    let mut rest: HashMap<Asked<'_>, Vec<&Rule>> = HashMap::new();
    for rule in pair.new.rules.iter().rev() {
        rest.entry(Asked::as_stated(rule)).or_default().push(rule);
    }
    for rule in &pair.old.rules {
        match rest.get_mut(&Asked::as_stated(rule)).and_then(Vec::pop) {
            Some(now) => compare_rule(pair, rule, now, found),
            None => gone(pairs, pair, rule, found),
        }
    }
    let mut added: Vec<&Rule> = rest.into_values().flatten().collect();
    added.sort_by_cached_key(ToString::to_string);
    for rule in added {
        let what = match (&rule.code, &rule.prefix) {
            (Some(_), _) => What::AliasAdded,
            (None, Some(_)) => What::PrefixAdded,
            (None, None) => What::RuleAdded,
        };
        found.push(Found::new(pair.id, what).after(rule.to_string()));
    }
}

/// What a rule says for itself, beside what it asks.
fn compare_rule(pair: &Pair<'_>, old: &Rule, new: &Rule, found: &mut Vec<Found>) {
    let (before, after) = (asks(old).to_string(), asks(new).to_string());
    if before != after {
        // The beginning of a message, spelled with other capitals.
        found.push(Found::new(pair.id, What::RuleCovered).before(&*before).after(after));
    }
    found.extend(compare_retry(pair, old, new.retry).map(|what| Found::new(pair.id, what).about(under(old))));
    if old.texts != new.texts {
        let texts = |rule: &Rule| rule.texts.join("\n");
        found.push(Found::new(pair.id, What::TextsChanged).about(before).before(texts(old)).after(texts(new)));
    }
}

/// What holds of repeating under a rule: what it says, else what its class does.
fn compare_retry(pair: &Pair<'_>, old: &Rule, new: Option<Retry>) -> Option<What> {
    if old.retry == new {
        // A difference of the classes is told of them.
        return None;
    }
    let (before, after) = (old.retry.or(pair.old.retry), new.or(pair.new.retry));
    retry(before, after, status_speaks(pair.old, old)).or(Some(What::RetryRestated))
}

fn status_speaks(class: &ClassFacts, rule: &Rule) -> bool {
    says_status(rule.status.or(class.status), rule.code.is_some() || rule.prefix.is_some())
}

fn under(rule: &Rule) -> String {
    format!("under `{}`", asks(rule))
}

/// What became of a rule that the class no longer has.
fn gone(pairs: &Pairs<'_>, pair: &Pair<'_>, rule: &Rule, found: &mut Vec<Found>) {
    let asked = Asked::by(pair.old, rule);
    let one = |what| Found::new(pair.id, what).before(asks(rule).to_string());
    let mut elsewhere = leads_to(pairs, pair, &asked, Some(rule));
    if elsewhere.is_none() {
        let wide = claims_of(pair.id, pair.new).filter(|wide| wide.asked.covers(&asked));
        if let Some(wide) = wide.max_by_key(|wide| wide.asked.rank()) {
            let Some(other) = takes_over(pairs, pair.id, &asked, &wide.asked) else {
                found.push(one(What::RuleCovered).after(wide.to_string()));
                let retry = compare_retry(pair, rule, wide.retry());
                found.extend(retry.map(|what| Found::new(pair.id, what).about(under(rule))));
                return;
            };
            elsewhere = pairs.new.classes.get(other).map(|class| Elsewhere { name: &class.name, narrows: false });
        }
    }
    let narrows = elsewhere.as_ref().is_some_and(|now| now.narrows);
    let change = match (&rule.code, &rule.prefix) {
        (Some(_), _) if narrows => one(What::AliasNarrowed),
        (Some(_), _) if elsewhere.is_some() => one(What::AliasMoved),
        (Some(_), _) => one(What::AliasRemoved),
        (None, _) if narrows => one(What::RuleNarrowed),
        (None, Some(_)) => one(What::PrefixRemoved),
        (None, None) => one(What::RuleRemoved),
    };
    found.push(match elsewhere {
        Some(now) => change.about(now.name),
        None => change,
    });
}

/// The other class to which a claim leads now.
struct Elsewhere<'a> {
    name: &'a str,
    /// It descends from the former class, and what was promised of that one's errors holds.
    narrows: bool,
}

/// `rule` is what claimed it; `None` for the class's own code.
fn leads_to<'a>(
    pairs: &'a Pairs<'_>,
    pair: &Pair<'_>,
    asked: &'a Asked<'_>,
    rule: Option<&Rule>,
) -> Option<Elsewhere<'a>> {
    let now = pairs.claims.claimant(asked).filter(|now| now.id != pair.id)?;
    let (old, new) = (pair.old, pairs.new.classes.get(now.id)?);
    let speaks = rule.map_or(says_status(old.status, true), |rule| status_speaks(old, rule));
    let before = rule.and_then(|rule| rule.retry).or(old.retry);
    let advice = retry(before, now.retry().or(new.retry), speaks);
    let narrows = pairs.new.is_a(now.id, pair.id)
        && advice.is_none_or(|what| what.row().verdict < Verdict::Breaking)
        && keeps(old, new);
    Some(Elsewhere { name: &new.name, narrows })
}

/// Whether values of `new` have the facts and the payload of `old`, and are built of the same answers.
fn keeps(old: &ClassFacts, new: &ClassFacts) -> bool {
    let same = |member: &Member, other: &Member| {
        (member.place, &member.name, &member.r#type) == (other.place, &other.name, &other.r#type)
    };
    let carries = old.members.iter().all(|member| new.members.iter().any(|other| same(member, other)));
    let is_given =
        |member: &Member| member.optional || old.members.iter().any(|other| same(member, other) && !other.optional);
    let is_built = old.kind != Kind::Wire || (new.kind == Kind::Wire && new.members.iter().all(is_given));
    carries
        && is_built
        && (old.status.is_none() || old.status == new.status)
        && (old.fault.is_none() || old.fault == new.fault)
        && (!old.exposed || new.exposed)
}
