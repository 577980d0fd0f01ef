//! Which classes a code or a name means.

use errtax_contract::{ClassFacts, Contract, Kind};
use serde::Serialize;

/// By which of its names a class was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Way {
    Code,
    Alias,
    Name,
    Prefix,
}

#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) id: &'a str,
    pub(super) class: &'a ClassFacts,
    pub(super) way: Way,
}

/// The classes that have the code, else the name, else the code's beginning as a prefix.
pub(super) fn find<'a>(contract: &'a Contract, asked: &str) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = Vec::new();
    for (id, class) in &contract.classes {
        found.extend(way(id, class, asked).map(|way| Found { id, class, way }));
    }
    // What a code means decides before who happens to be called so.
    let by_code = |found: &Found<'_>| matches!(found.way, Way::Code | Way::Alias);
    for tier in [by_code, |found: &Found<'_>| found.way == Way::Name] {
        if found.iter().any(tier) {
            found.retain(tier);
        }
    }
    let longest = found.iter().map(|found| prefix(found.class, asked)).max().unwrap_or_default();
    found.retain(|found| found.way != Way::Prefix || prefix(found.class, asked) == longest);
    found
}

fn way(id: &str, class: &ClassFacts, asked: &str) -> Option<Way> {
    // Codes of ancestors from outside are of other trees.
    let is_inside = class.kind != Kind::Outside;
    if is_inside && class.code.as_deref() == Some(asked) {
        Some(Way::Code)
    } else if is_inside && class.rules.iter().any(|rule| rule.code.as_deref() == Some(asked)) {
        Some(Way::Alias)
    } else if class.name == asked || id == asked || class.name.rsplit("::").next() == Some(asked) {
        Some(Way::Name)
    } else if prefix(class, asked) > 0 {
        Some(Way::Prefix)
    } else {
        None
    }
}

/// The length of the longest prefix of a class with which a code begins.
fn prefix(class: &ClassFacts, asked: &str) -> usize {
    let prefixes = class.rules.iter().filter_map(|rule| rule.prefix.as_deref());
    prefixes.filter(|prefix| asked.starts_with(prefix)).map(str::len).max().unwrap_or_default()
}

/// The code or name that reads most like one that is not there.
pub(super) fn alike(contract: &Contract, asked: &str) -> Option<String> {
    /// Less alike than this is something else.
    const ENOUGH: f64 = 0.8;
    /// What is longer was not typed.
    const TYPED: usize = 100;
    let asked = asked.to_lowercase();
    let codes = contract.classes.values().flat_map(|class| {
        let rules = class.rules.iter().filter_map(|rule| rule.code.as_ref());
        let code = class.code.iter().filter(|_| class.kind != Kind::Outside);
        code.chain(rules).chain([&class.name])
    });
    let typed = codes.filter(|code| code.len() <= TYPED && asked.len() <= TYPED);
    let scored = typed.map(|code| (strsim::jaro_winkler(&asked, &code.to_lowercase()), code));
    let best = scored.filter(|(score, _)| *score >= ENOUGH).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    Some(best.1.clone())
}
