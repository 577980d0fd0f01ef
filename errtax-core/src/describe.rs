//! What a tree says of itself, as data: every class with its facts, its rules, and what its values carry.
//!
//! For the crate that writes contracts and pages, and nobody else: it changes without notice.

#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp"))]
mod answers;
mod field;
mod rules;
mod trace;

pub use self::field::Field;
pub use self::rules::RuleFacts;
pub use self::trace::{Trace, TraceOf, Untraced, Values};

use alloc::{string::String, vec::Vec};

use crate::classifier::Classifier;
use crate::entry::Entry;
use crate::taxon::Taxon;

/// One class of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    pub taxon: &'static Taxon,
    /// `None` for an ancestor that a catalog does not list.
    entry: Option<&'static Entry>,
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
    let entries = classifier.index().entries;
    let described = |taxon: &'static Taxon| {
        let entry = entries.iter().copied().find(|entry| core::ptr::eq(entry.taxon, taxon));
        Described { taxon, entry }
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

    /// What its values carry.
    pub fn fields(&self) -> &'static [Field] {
        self.entry.map_or(&[], |entry| entry.fields)
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
