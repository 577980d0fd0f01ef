//! Links between documentation texts, as rustdoc resolves them, to classes of the page.

use std::collections::BTreeMap;

use super::anchors::Anchors;
use crate::model::{ClassFacts, Contract};

/// Finds the class that a path in a doc comment means.
pub(super) struct Paths<'a> {
    contract: &'a Contract,
    anchors: &'a Anchors<'a>,
    /// By the last part of the name.
    by_last: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Paths<'a> {
    pub(super) fn new(contract: &'a Contract, anchors: &'a Anchors<'a>) -> Self {
        let mut by_last: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, class) in &contract.classes {
            by_last.entry(last_of(&class.name)).or_default().push(id);
        }
        Self { contract, anchors, by_last }
    }

    /// The anchor of the class that `target` means in the docs of the class `from`: `None` where it means no class of
    /// the page, or more than one.
    pub(super) fn resolve(&self, target: &str, from: &str) -> Option<String> {
        let home = self.contract.classes.get(from)?;
        let path = path_of(target, home)?;
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let candidates = self.by_last.get(*path.last()?)?;
        let mut found: Vec<&str> = candidates.iter().copied().filter(|id| self.is_meant(&path, id)).collect();
        if found.len() > 1 {
            let module = module_of(from, home);
            found.retain(|id| self.contract.classes.get(*id).is_some_and(|class| module_of(id, class) == module));
        }
        match found[..] {
            [id] => Some(self.anchors.of(id)),
            _ => None,
        }
    }

    /// Whether the path ends in the whole name, and what stands before it is the end of the class's module or the crate
    /// that has it.
    fn is_meant(&self, path: &[&str], id: &str) -> bool {
        let Some(class) = self.contract.classes.get(id) else { return false };
        let name: Vec<&str> = class.name.split("::").collect();
        let Some(before) = path.strip_suffix(&name[..]) else { return false };
        let module: Vec<&str> = module_of(id, class).split("::").collect();
        let reexported =
            |krate: &&str| Some(krate) == module.first() || (*krate == "errtax" && module[0] == "errtax_core");
        module.ends_with(before) || before.first().is_some_and(reexported)
    }
}

fn last_of(name: &str) -> &str {
    name.rsplit("::").next().unwrap_or(name)
}

/// The module's path; empty where the identity is stated, and no path.
fn module_of<'a>(id: &'a str, class: &ClassFacts) -> &'a str {
    id.strip_suffix(class.name.as_str()).and_then(|module| module.strip_suffix("::")).unwrap_or_default()
}

/// The parts of a path, without what rustdoc takes before and after it
/// ([the rustdoc book](https://doc.rust-lang.org/rustdoc/write-documentation/linking-to-items-by-name.html)).
fn path_of(target: &str, home: &ClassFacts) -> Option<Vec<String>> {
    let target = target.trim_matches('`').trim();
    let target = target.split_once('#').map_or(target, |(path, _)| path);
    let target = target.split_once('@').map_or(target, |(_, path)| path);
    let target = target.strip_suffix("()").or_else(|| target.strip_suffix('!')).unwrap_or(target);
    let parts: Vec<&str> = target.split("::").skip_while(|part| matches!(*part, "crate" | "self" | "super")).collect();
    let is_identifier = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_');
    if !parts.iter().all(is_identifier) {
        return None;
    }
    let itself = home.name.split("::").next().unwrap_or_default();
    Some(parts.iter().map(|part| if *part == "Self" { itself } else { part }.to_owned()).collect())
}
