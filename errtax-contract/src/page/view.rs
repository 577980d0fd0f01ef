//! What the templates show of the whole: texts in the order of the page, and links that lead somewhere.

use std::collections::BTreeMap;

use minijinja::value::Value;
use serde::Serialize;

use super::anchors::{self, Anchors};
use super::outline::{self, Row};
use super::paths::Paths;
use super::section::{Section, Sections};
use super::{Answer, Link, policy};
use crate::model::{Contract, Kind};

/// The whole page.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    count: usize,
    policy: String,
    style: Value,
    script: Value,
    tree: Vec<Row>,
    shared: Vec<Shared<'a>>,
    /// Whether sections far from the window are not laid out.
    is_large: bool,
    groups: Vec<Vec<Section<'a>>>,
}

/// How many classes a browser decides of at once, whether they are near enough to be laid out. One by one, thousands of
/// them would cost it a tenth of a second for each letter of a search. The style sheet knows the number too.
const GROUP: usize = 16;

/// Up to so many classes are laid out at once, so that every anchor is met exactly.
const LAID_OUT: usize = 400;

/// A name that several classes have.
#[derive(Serialize)]
struct Shared<'a> {
    anchor: String,
    name: &'a str,
    classes: Vec<Link>,
}

impl<'a> Page<'a> {
    pub(super) fn new(contract: &'a Contract, answers: &'a BTreeMap<String, Vec<Answer>>) -> Self {
        let tree = contract.tree();
        let anchors = Anchors::new(contract);
        let lines = tree.outline();
        let paths = Paths::new(contract, &anchors);
        let sections = Sections { tree: &tree, anchors: &anchors, paths: &paths, answers };
        Self {
            title: tree.class(&contract.root).map_or(&contract.root, |(_, class)| &class.name),
            count: contract.classes.values().filter(|class| class.kind != Kind::Outside).count(),
            policy: policy::policy(),
            style: Value::from_safe_string(policy::STYLE.to_owned()),
            script: Value::from_safe_string(policy::SCRIPT.to_owned()),
            tree: outline::outline(&tree, &lines, &anchors),
            shared: shared(&anchors),
            is_large: lines.len() > LAID_OUT,
            groups: lines
                .chunks(GROUP)
                .map(|lines| lines.iter().map(|line| sections.section(line)).collect())
                .collect(),
        }
    }
}

fn shared<'a>(anchors: &Anchors<'a>) -> Vec<Shared<'a>> {
    let link = |id: &&str| Link { anchor: anchors.of(id), name: (*id).to_owned() };
    let list = |(name, ids): (&'a str, &[&str])| Shared {
        anchor: anchors::of_name(name),
        name,
        classes: ids.iter().map(link).collect(),
    };
    anchors.shared().map(list).collect()
}
