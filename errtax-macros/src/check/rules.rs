//! The rules under which a class is recognised.

use darling::error::Accumulator;
use proc_macro2::Span;

use crate::attrs::{self, Item, RuleKeys, Stated};
use crate::facts::{Code, Service};
use crate::model::Rule;
use crate::refusal::refusal;

/// All rules of the class, its own code first; none of a `local` one.
pub(super) fn checked(item: &Item<'_>, errors: &mut Accumulator) -> Vec<Rule> {
    for rule in &item.rules {
        keys(rule, errors);
    }
    let rules = stated(item);
    once_each(&rules, service(item).as_ref(), errors);
    rules.into_iter().map(|(rule, _)| rule).collect()
}

/// Two variants of an enum do not recognise the same. Each is checked alone besides.
pub(super) fn once_each_variant<'a>(
    item: &Item<'_>,
    variants: impl Iterator<Item = &'a Item<'a>>,
    errors: &mut Accumulator,
) {
    let mut earlier: Vec<Rule> = Vec::new();
    for variant in variants {
        let service = service(variant).or_else(|| service(item));
        let rules = stated(variant).into_iter().map(|(rule, span)| {
            let service = rule.service.clone().or_else(|| service.clone());
            (Rule { service, ..rule }, span)
        });
        let rules: Vec<_> = rules.collect();
        for (rule, span) in &rules {
            if earlier.iter().any(|earlier| same_key(earlier, rule, None)) {
                errors.push(refusal(
                    *span,
                    "an earlier variant recognises the same: remove this one, or tell them apart by `service`, \
                     `operation`, `status` or `message_prefix`",
                ));
            }
        }
        earlier.extend(rules.into_iter().map(|(rule, _)| rule));
    }
}

/// The rules that can be read, and where each stands.
fn stated(item: &Item<'_>) -> Vec<(Rule, Span)> {
    let mut rules: Vec<(Rule, Span)> = Vec::new();
    if let (Some(code), None) = (&item.class.keys.code, &item.class.keys.local) {
        rules.push((Rule { code: Some(Code::Exact(code.value.0.clone())), ..Rule::default() }, code.span));
    }
    for rule in item.rules.iter().filter(|rule| rule.stated.is_whole) {
        rules.extend(of_keys(&rule.stated.keys, rule.span));
    }
    rules
}

fn service(item: &Item<'_>) -> Option<Service> {
    item.class.keys.service.as_ref().map(|service| Service::Named(service.value.0.clone()))
}

fn keys(rule: &attrs::Rule, errors: &mut Accumulator) {
    let Stated { keys, is_whole, .. } = &rule.stated;
    if let (Some(fallback), Some(_)) = (&keys.fallback, &keys.code) {
        errors.push(refusal(
            fallback.key,
            "a fallback takes what no code claims, and this rule has a code: write it as a second `#[wire(fallback)]`",
        ));
    }
    if let (Some(problem), true) = (&keys.problem, keys.fallback.is_some() || keys.code.is_some()) {
        errors.push(refusal(
            problem.key,
            "the type of a problem is its code, and this rule has a `code` or is a `fallback`: write it as a second \
             `#[wire(problem = \"…\")]`",
        ));
    }
    match &keys.message_prefix {
        Some(prefix) if keys.code.is_none() && keys.problem.is_none() && *is_whole => errors.push(refusal(
            prefix.key,
            "a message alone names no class, since services reword it: write `code = \"…\"` beside `message_prefix`",
        )),
        None if !recognises(keys) && *is_whole => errors.push(refusal(
            rule.span,
            "this rule recognises nothing: write `code = \"…\"`, `status = …`, `transport` or `fallback` in it",
        )),
        _ => {}
    }
}

fn recognises(keys: &RuleKeys) -> bool {
    keys.code.is_some()
        || keys.problem.is_some()
        || keys.service.is_some()
        || keys.operation.is_some()
        || keys.status.is_some()
        || keys.transport.is_some()
        || keys.fallback.is_some()
}

/// A rule for each code with each status and each kind of failure, as far as there are some.
fn of_keys(keys: &RuleKeys, span: Span) -> Vec<(Rule, Span)> {
    let rule = Rule {
        code: None,
        service: keys.service.as_ref().map(|service| service.value.clone()),
        operation: keys.operation.as_ref().map(|operation| operation.value.0.clone()),
        message_prefix: keys.message_prefix.as_ref().map(|prefix| prefix.value.0.clone()),
        status: None,
        transport: None,
        fallback: keys.fallback.is_some(),
        retry: keys.retryable.as_ref().map(|retry| retry.value),
        texts: keys.text.as_ref().map_or_else(Vec::new, |texts| texts.value.0.clone()),
    };
    let rules = match (&keys.code, &keys.problem) {
        (None, None) => vec![(rule, span)],
        (None, Some(problem)) => {
            vec![(Rule { code: Some(Code::Exact(problem.value.0.clone())), ..rule }, problem.span)]
        }
        (Some(codes), _) => {
            let codes = codes.value.0.iter();
            codes.map(|(code, span)| (Rule { code: Some(code.clone()), ..rule.clone() }, *span)).collect()
        }
    };
    let statuses = keys.status.as_ref().map(|statuses| &*statuses.value.0);
    let rules = each(rules, statuses, |rule, status| Rule { status: Some(status), ..rule });
    let kinds = keys.transport.as_ref().map(|kinds| &*kinds.value.0);
    each(rules, kinds, |rule, kind| Rule { transport: Some(kind), ..rule })
}

/// Each rule with each of the values; one of several is where the rule stands.
fn each<T: Copy>(
    rules: Vec<(Rule, Span)>,
    values: Option<&[(T, Span)]>,
    with: impl Fn(Rule, T) -> Rule,
) -> Vec<(Rule, Span)> {
    let Some(values) = values else { return rules };
    let pairs = rules.iter().flat_map(|rule| values.iter().map(move |value| (rule, value)));
    let is_one = values.len() == 1;
    pairs.map(|((rule, at), (value, own))| (with(rule.clone(), *value), if is_one { *at } else { *own })).collect()
}

/// Two rules that hold for the same responses are one too many.
fn once_each(rules: &[(Rule, Span)], service: Option<&Service>, errors: &mut Accumulator) {
    for (at, (rule, span)) in rules.iter().enumerate() {
        if rules[..at].iter().any(|(earlier, _)| same_key(earlier, rule, service)) {
            errors.push(refusal(
                *span,
                "an earlier rule of this class recognises the same: remove this one, or tell them apart by `service`, \
                 `operation`, `status` or `message_prefix`",
            ));
        }
    }
}

fn same_key(a: &Rule, b: &Rule, service: Option<&Service>) -> bool {
    fn key<'a>(rule: &'a Rule, service: Option<&'a Service>) -> impl PartialEq + 'a {
        (
            (&rule.code, rule.service.as_ref().or(service), &rule.operation),
            // As responses are matched: whatever the case.
            rule.message_prefix.as_ref().map(|prefix| prefix.to_ascii_lowercase()),
            (rule.status, rule.transport, rule.fallback),
        )
    }
    key(a, service) == key(b, service)
}
