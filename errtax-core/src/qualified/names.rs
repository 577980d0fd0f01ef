//! Base or domain, and code, put together in `const`: called by what `__rules!` writes.

use crate::rule::Rule;
use crate::taxon::Taxon;

/// How long the type of a problem is; 0 where there is no base.
pub const fn problem_len(taxon: &Taxon, code: &str) -> usize {
    match taxon.problem_base() {
        Some(base) => base.len() + code.len(),
        None => 0,
    }
}

/// The base, then the code; empty where there is no base.
pub const fn problem<const N: usize>(taxon: &Taxon, code: &str) -> [u8; N] {
    joined(&[or_empty(taxon.problem_base()), code])
}

/// How long a reason is with its domain; 0 where there is none.
pub const fn reason_in_domain_len(taxon: &Taxon, code: &str) -> usize {
    match taxon.domain() {
        Some(domain) => domain.len() + 1 + code.len(),
        None => 0,
    }
}

/// The domain, a slash, then the code; empty where there is no domain.
pub const fn reason_in_domain<const N: usize>(taxon: &Taxon, code: &str) -> [u8; N] {
    joined(&[or_empty(taxon.domain()), "/", code])
}

const fn or_empty(name: Option<&str>) -> &str {
    match name {
        Some(name) => name,
        None => "",
    }
}

/// The first `N` bytes of `parts`, one after the other.
const fn joined<const N: usize>(mut parts: &[&str]) -> [u8; N] {
    let (mut bytes, mut at) = ([0; N], 0);
    while let [part, rest @ ..] = parts {
        let mut part = part.as_bytes();
        while let [byte, after @ ..] = part {
            if at < N {
                bytes[at] = *byte;
                at += 1;
            }
            part = after;
        }
        parts = rest;
    }
    bytes
}

/// The rules that a class states, then one for each name that there is.
pub const fn with_names<const N: usize>(mut stated: &[Rule], names: [&'static [u8]; 2]) -> [Rule; N] {
    let (mut rules, mut at) = ([const { Rule::new() }; N], 0);
    while let [rule, rest @ ..] = stated {
        rules[at] = *rule;
        at += 1;
        stated = rest;
    }
    let mut names: &[&'static [u8]] = &names;
    while let [name, rest @ ..] = names {
        if let (false, Ok(name)) = (name.is_empty(), str::from_utf8(name)) {
            rules[at] = Rule::new().code(name);
            at += 1;
        }
        names = rest;
    }
    rules
}
