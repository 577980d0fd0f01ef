//! What a tree says of itself, as data: every class with its facts, its rules, and what its values carry.
//!
//! For the crate that writes contracts and pages, and nobody else: it changes without notice.

#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp"))]
mod answers;
mod rules;

pub use self::rules::RuleFacts;
pub use crate::carried::{Field, Trace, Values};

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use crate::classifier::Classifier;
use crate::entry::Entry;
use crate::taxon::Taxon;

/// One class of a tree.
#[derive(Clone, Debug)]
pub struct Described {
    pub taxon: &'static Taxon,
    /// `None` for an ancestor that a catalog does not list.
    entry: Option<&'static Entry>,
    /// What its values carry: their own fields, then those of the base that they embed.
    pub fields: Vec<&'static Field>,
}

/// What the values of a class are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It has none of its own.
    Category,
    /// Built from responses.
    Wire,
    /// Made by the program itself.
    Local,
}

/// The classes of the tree, each after its parent, siblings by name; the root comes first.
pub fn classes(classifier: &Classifier) -> Vec<Described> {
    // By address: classes of one identity stand there each for itself.
    let place = |taxon: &'static Taxon| core::ptr::from_ref(taxon);
    let entries = classifier.index().entries.iter().map(|entry| (place(entry.taxon), *entry));
    let entries: BTreeMap<_, &'static Entry> = entries.collect();
    let entry = |taxon| entries.get(&place(taxon)).copied();
    let described = |taxon: &'static Taxon| {
        let carried = taxon.lineage().iter().rev().filter(|each| taxon.embeds(each)).filter_map(|each| entry(each));
        let mut fields: Vec<&Field> = Vec::new();
        for field in carried.flat_map(|entry| entry.fields) {
            // What a class and its base both carry is one value.
            if fields.iter().all(|known| known.origin != field.origin) {
                fields.push(field);
            }
        }
        Described { taxon, entry: entry(taxon), fields }
    };
    classifier.taxa().map(described).collect()
}

impl Described {
    pub fn kind(&self) -> Kind {
        match self.entry {
            Some(entry) if entry.build.is_some() => Kind::Wire,
            Some(entry) if !entry.is_category && entry.variants.is_empty() => Kind::Local,
            _ => Kind::Category,
        }
    }

    /// Under what the class is recognised, its own code included.
    pub fn rules(&self) -> impl Iterator<Item = RuleFacts> {
        self.entry.map_or(&[][..], |entry| entry.rules).iter().map(RuleFacts::of)
    }

    /// The type of problem details that it is written as (RFC 9457 §3.1.1): stated as a whole, or base and code.
    pub fn problem(&self) -> Option<String> {
        let based = || Some([self.taxon.problem_base()?, self.taxon.code()?].concat());
        self.taxon.problem_type().map(Into::into).or_else(based)
    }
}

/// Without a wire there is no answer.
#[cfg(not(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp")))]
impl Described {
    pub fn answers(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
