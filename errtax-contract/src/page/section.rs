//! What the templates show of one class.

use std::collections::BTreeMap;

use minijinja::value::Value;
use serde::Serialize;

use super::anchors::{self, Anchors};
use super::facts::{self, Fact};
use super::paths::Paths;
use super::wire::{self, Field, Recognised};
use super::{Answer, Link, docs};
use crate::model::{ClassFacts, Kind, Retry};
use crate::tree::{Line, Tree};

/// A class.
#[derive(Serialize)]
pub(super) struct Section<'a> {
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
    retry: Option<Retry>,
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

/// What sections are made from.
pub(super) struct Sections<'s, 'a> {
    pub(super) tree: &'s Tree<'a>,
    pub(super) anchors: &'s Anchors<'a>,
    pub(super) paths: &'s Paths<'s>,
    pub(super) answers: &'a BTreeMap<String, Vec<Answer>>,
}

impl<'a> Sections<'_, 'a> {
    pub(super) fn section(&self, line: &Line<'a>) -> Section<'a> {
        let (id, class) = (line.id, line.class);
        let ancestors = self.tree.ancestors(id);
        let (lineage, left_out) = self.lineage(&ancestors);
        let anchor = self.anchors.of(id);
        let identity = anchors::of_identity(id);
        let samples = self.answers.get(id).map_or(&[][..], Vec::as_slice);
        Section {
            identity: (identity != anchor).then_some(identity),
            anchor,
            id,
            name: self.tree.name(id),
            lineage,
            left_out,
            kind: self.kind(line),
            code: class.code.as_deref(),
            status: class.status,
            retry: class.retry,
            docs: self.docs(&class.docs, id),
            facts: self.tree.facts(id).iter().map(|fact| facts::row(fact, |id| self.link(id))).collect(),
            also: self.also(class, &ancestors),
            rules: wire::rules(class),
            fields: class.members.iter().map(|member| wire::field(member, |text| self.docs(text, id))).collect(),
            answers: samples.iter().map(|Answer { protocol, text }| Sample { protocol, text }).collect(),
            catching: self.tree.catching(id).join("\n\n"),
            below: self.tree.children(id).iter().filter_map(|child| self.child(child)).collect(),
            also_below: self.tree.also_below(id).iter().filter_map(|child| self.child(child)).collect(),
        }
    }

    fn link(&self, id: &str) -> Link {
        Link { anchor: self.anchors.of(id), name: self.tree.name(id) }
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

    /// What its values are, where that is not the usual.
    fn kind(&self, line: &Line<'_>) -> Option<&'static str> {
        match line.class.kind {
            Kind::Wire => None,
            Kind::Category if self.tree.is_enum(line.id) => Some("enum"),
            Kind::Category => Some("category"),
            Kind::Local => Some("local"),
            Kind::Outside => Some("outside of the tree"),
        }
    }
}
