//! Who claims what: codes and rules of all classes of a contract.

use std::collections::HashMap;

use crate::model::{ClassFacts, Contract, Kind, Rule};

/// What the classes of a contract claim.
pub(super) struct Claims<'a> {
    /// What a rule asks, with the service that it holds for; `None` where several classes ask the same.
    rules: HashMap<(Rule, Option<&'a str>), Option<&'a str>>,
    /// Those that ask for nothing but the beginning of a code.
    prefixes: HashMap<&'a str, Vec<(Option<&'a str>, &'a str)>>,
}

impl<'a> Claims<'a> {
    pub(super) fn of(contract: &'a Contract) -> Self {
        let mut claims = Self { rules: HashMap::new(), prefixes: HashMap::new() };
        for (id, class) in contract.classes.iter().filter(|(_, class)| class.kind != Kind::Outside) {
            let own = own_code(class).map(|rule| (asked(&rule), class.service.as_deref()));
            let rules = class.rules.iter().map(|rule| (asked(rule), service(class, rule.service.as_deref())));
            for claim in own.into_iter().chain(rules) {
                claims.rules.entry(claim).and_modify(|one| *one = one.filter(|one| one == id)).or_insert(Some(id));
            }
            for rule in &class.rules {
                if let Some(prefix) = rule.prefix.as_deref().filter(|_| asks_for_its_code_alone(rule)) {
                    let of = service(class, rule.service.as_deref());
                    claims.prefixes.entry(prefix).or_default().push((of, id));
                }
            }
        }
        claims
    }

    /// The one class that claims what a rule of `class` asks.
    pub(super) fn claimant(&self, class: &ClassFacts, rule: &Rule) -> Option<&'a str> {
        *self.rules.get(&(asked(rule), service(class, rule.service.as_deref())))?
    }

    /// The class that claims a code by its beginning: the longest one decides.
    pub(super) fn claimant_by_prefix(&self, code: &str, service: Option<&str>) -> Option<&'a str> {
        let prefixes = code.char_indices().rev().map(|(end, _)| &code[..end]);
        let mut entries =
            std::iter::once(code).chain(prefixes).filter_map(|prefix| self.prefixes.get(prefix)).flatten();
        let meet = |of: Option<&str>| of.is_none() || service.is_none() || of == service;
        entries.find(|(of, _)| meet(*of)).map(|(_, id)| *id)
    }
}

/// The rule that a class's own code is.
pub(super) fn own_code(class: &ClassFacts) -> Option<Rule> {
    class.code.as_ref().map(|code| Rule { code: Some(code.clone()), ..Rule::default() })
}

/// The service whose responses a rule means: its own, else the class's. `None` is any.
pub(super) fn service<'a>(class: &'a ClassFacts, of_rule: Option<&'a str>) -> Option<&'a str> {
    match of_rule {
        Some("*") => None,
        Some(service) => Some(service),
        None => class.service.as_deref(),
    }
}

/// What a rule asks of a response, without what it says of it and without its service.
fn asked(rule: &Rule) -> Rule {
    Rule { service: None, retry: None, texts: Vec::new(), ..rule.clone() }
}

/// What a rule asks, with its service.
pub(super) fn asks(rule: &Rule) -> Rule {
    Rule { retry: None, texts: Vec::new(), ..rule.clone() }
}

pub(super) fn asks_for_its_code_alone(rule: &Rule) -> bool {
    let Rule {
        code: _,
        prefix: _,
        service: _,
        operation,
        message_prefix,
        status,
        transport,
        fallback,
        retry: _,
        texts: _,
    } = rule;
    operation.is_none() && message_prefix.is_none() && status.is_none() && transport.is_none() && !fallback
}

/// Whether `wide` recognises whatever `narrow` does, in one class: its conditions are among the other's.
pub(super) fn covers(wide: &Rule, narrow: &Rule) -> bool {
    fn no_more<T: PartialEq>(wide: Option<&T>, narrow: Option<&T>) -> bool {
        wide.is_none() || wide == narrow
    }
    let any = |wide: &Option<String>, narrow: &Option<String>| wide.as_deref() == Some("*") && narrow.is_some();
    wide.code == narrow.code
        && wide.prefix == narrow.prefix
        && wide.fallback == narrow.fallback
        && (wide.service == narrow.service || wide.service.as_deref() == Some("*"))
        && no_more(wide.operation.as_ref(), narrow.operation.as_ref())
        && no_more(wide.message_prefix.as_ref(), narrow.message_prefix.as_ref())
        && no_more(wide.status.as_ref(), narrow.status.as_ref())
        && (no_more(wide.transport.as_ref(), narrow.transport.as_ref()) || any(&wide.transport, &narrow.transport))
}
