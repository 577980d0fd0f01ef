//! What the templates show: texts in the order of the page, and links that lead somewhere.

use std::collections::BTreeMap;

use minijinja::value::Value;
use serde::Serialize;

use super::anchors::{self, Anchors};
use super::catching::catching;
use super::facts::{self, Fact};
use super::names::class_name;
use super::outline::{self, Row};
use super::paths::Paths;
use super::wire::{self, Field, Recognised};
use super::{Answer, Link, docs, policy};
use crate::model::{ClassFacts, Contract, Kind};
use crate::tree::{Line, Tree};

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

/// A class.
#[derive(Serialize)]
struct Section<'a> {
    anchor: String,
    /// The anchor of the identity, where it is another one.
    identity: Option<String>,
    id: &'a str,
    name: String,
    lineage: Vec<Link>,
    /// How many ancestors the lineage leaves out, after the first.
    left_out: usize,
    kind: Option<&'static str>,
    code: Option<&'a str>,
    status: Option<u16>,
    retry: Option<&'static str>,
    docs: Value,
    facts: Vec<Fact>,
    also: Vec<Also>,
    rules: Vec<Recognised<'a>>,
    fields: Vec<Field<'a>>,
    answers: Vec<Sample<'a>>,
    catching: String,
    below: Vec<Child>,
    also_below: Vec<Child>,
}

/// A secondary ancestor, and the ancestor through which it is one.
#[derive(Serialize)]
struct Also {
    link: Link,
    through: Option<Link>,
}

/// What an answer looks like.
#[derive(Serialize)]
struct Sample<'a> {
    protocol: &'a str,
    text: &'a str,
}

/// A class in the list of those below another one.
#[derive(Serialize)]
struct Child {
    link: Link,
    status: Option<u16>,
    summary: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(contract: &'a Contract, answers: &'a BTreeMap<String, Vec<Answer>>) -> Self {
        let tree = Tree::new(contract);
        let anchors = Anchors::new(contract);
        let lines = tree.outline();
        let mut also_below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, class) in &contract.classes {
            for also in &class.also {
                also_below.entry(also).or_default().push(id);
            }
        }
        let paths = Paths::new(contract, &anchors);
        let sections = Sections { tree: &tree, anchors: &anchors, paths: &paths, answers, also_below: &also_below };
        Self {
            title: tree.class(&contract.root).map_or(&contract.root, |(_, class)| &class.name),
            count: contract.classes.values().filter(|class| class.kind != Kind::Outside).count(),
            policy: policy::policy(),
            style: Value::from_safe_string(policy::STYLE.to_owned()),
            script: Value::from_safe_string(policy::SCRIPT.to_owned()),
            tree: outline::outline(&lines, &anchors),
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

/// What sections are made from.
struct Sections<'s, 'a> {
    tree: &'s Tree<'a>,
    anchors: &'s Anchors<'a>,
    paths: &'s Paths<'s>,
    answers: &'a BTreeMap<String, Vec<Answer>>,
    also_below: &'s BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Sections<'_, 'a> {
    fn section(&self, line: &Line<'a>) -> Section<'a> {
        let (id, class) = (line.id, line.class);
        let ancestors = self.tree.ancestors(id);
        let (lineage, left_out) = self.lineage(&ancestors);
        let anchor = self.anchors.of(id);
        let identity = anchors::of_identity(id);
        let is_variant = |child: &str| enum_of(self.tree, child).is_some_and(|of| of == class.name);
        let is_enum = self.tree.children(id).iter().any(|child| is_variant(child));
        let has_values = is_enum || matches!(class.kind, Kind::Wire | Kind::Local);
        let samples = self.answers.get(id).map_or(&[][..], Vec::as_slice);
        Section {
            identity: (identity != anchor).then_some(identity),
            anchor,
            id,
            name: class_name(id, class),
            lineage,
            left_out,
            kind: kind(class, is_enum),
            code: class.code.as_deref(),
            status: class.status,
            retry: class.retry.map(facts::retry_word),
            docs: Value::from_safe_string(docs::to_html(&class.docs, self.paths, id)),
            facts: facts::facts(class, &ancestors, |id| self.link(id)),
            also: self.also(class, &ancestors),
            rules: wire::rules(class),
            fields: class.members.iter().map(|member| wire::field(member, |text| self.docs(text, id))).collect(),
            answers: samples.iter().map(|Answer { protocol, text }| Sample { protocol, text }).collect(),
            catching: catching(id, class, has_values),
            below: self.tree.children(id).iter().filter_map(|child| self.child(child)).collect(),
            also_below: self.also_below.get(id).into_iter().flatten().filter_map(|child| self.child(child)).collect(),
        }
    }

    fn link(&self, id: &str) -> Link {
        let name = self.tree.class(id).map_or_else(|| id.to_owned(), |(id, class)| class_name(id, class));
        Link { anchor: self.anchors.of(id), name }
    }

    fn docs(&self, markdown: &str, from: &str) -> Value {
        Value::from_safe_string(docs::to_html(markdown, self.paths, from))
    }

    /// From the top. Of very many ancestors only the first and the last ones: the pages of a contract that is one long
    /// chain would be longer than any reader's memory.
    fn lineage(&self, ancestors: &[(&str, &ClassFacts)]) -> (Vec<Link>, usize) {
        const LONGEST: usize = 12;
        let left_out = ancestors.len().saturating_sub(LONGEST);
        let mut shown: Vec<&str> = ancestors.iter().map(|(id, _)| *id).collect();
        let top = shown.pop();
        shown.truncate(LONGEST - 1);
        (top.into_iter().chain(shown.into_iter().rev()).map(|id| self.link(id)).collect(), left_out)
    }

    /// The class's own secondary ancestors, then those of its ancestors. None that the contract does not have.
    fn also(&self, class: &ClassFacts, ancestors: &[(&str, &ClassFacts)]) -> Vec<Also> {
        let own = class.also.iter().map(|also| (also, None));
        let above = ancestors.iter().flat_map(|(id, class)| class.also.iter().map(|also| (also, Some(*id))));
        let known = own.chain(above).filter(|(also, _)| self.tree.class(also).is_some());
        let also =
            known.map(|(also, through)| Also { link: self.link(also), through: through.map(|id| self.link(id)) });
        also.collect()
    }

    fn child(&self, id: &str) -> Option<Child> {
        let (_, class) = self.tree.class(id)?;
        Some(Child { link: self.link(id), status: class.status, summary: docs::summary(&class.docs) })
    }
}

/// The name of the enum of which a class is a variant.
fn enum_of<'a>(tree: &Tree<'a>, id: &str) -> Option<&'a str> {
    tree.class(id)?.1.name.rsplit_once("::").map(|(of, _)| of)
}

/// What its values are, where that is not the usual.
const fn kind(class: &ClassFacts, is_enum: bool) -> Option<&'static str> {
    match class.kind {
        Kind::Wire => None,
        Kind::Category if is_enum => Some("enum"),
        Kind::Category => Some("category"),
        Kind::Local => Some("local"),
        Kind::Outside => Some("outside of the tree"),
    }
}
