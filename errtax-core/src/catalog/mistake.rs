//! What may be wrong with a class in a catalog, and what the compiler says of it.

use crate::fault::Fault;
use crate::index::{Conflict, same};
use crate::sentence::Sentence;
use crate::taxon::Taxon;

#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Mistake {
    /// It is of another tree.
    Foreign { class: &'static Taxon, root: &'static Taxon },
    /// It is there already, or another one of its identity is.
    Again { class: &'static Taxon, earlier: &'static Taxon, root: &'static Taxon },
    /// It claims what an earlier class claims.
    Claims(Conflict),
    /// Its fault and its status come from two classes of its lineage, and do not agree.
    Contradiction { class: &'static Taxon, fault: Fault, status: u16 },
}

/// Refuses the class at one place of a list, if something is wrong with it.
///
/// # Panics
///
/// In `const`, as the compiler's error at that class.
#[doc(hidden)]
#[track_caller]
pub const fn check(mistakes: &[Option<Mistake>], place: usize) {
    if let Some(mistake) = &mistakes[place] {
        panic!("{}", mistake.in_words().as_str());
    }
}

impl Mistake {
    const fn in_words(&self) -> Sentence {
        match self {
            Self::Foreign { class, root } => Sentence::new()
                .name(class.name())
                .say(" does not descend from ")
                .name(root.name())
                .say(": leave it out of this catalog, or give it a parent of that tree"),
            Self::Again { class, earlier, .. } if !same(class.name(), earlier.name()) => Sentence::new()
                .name(earlier.name())
                .say(" and ")
                .name(class.name())
                .say(" have one identity: give one of them `id = \"…\"`"),
            Self::Again { class, root, .. } if class.id().is(root.id()) => Sentence::new()
                .name(class.name())
                .say(" is the root of this catalog, and so in it already: leave it out of the list"),
            Self::Again { class, .. } => {
                Sentence::new().name(class.name()).say(" is listed twice: leave one out of the list")
            }
            Self::Claims(Conflict { first, second, rule }) => Sentence::new()
                .name(first.name())
                .say(" and ")
                .name(second.name())
                .say(" both claim ")
                .rule(rule)
                .say(": change the rule of one"),
            Self::Contradiction { class, fault, status } => Sentence::new()
                .name(class.name())
                .say(" says that it is the ")
                .say(fault.name())
                .say("'s fault, and its status ")
                .status(*status)
                .say(" that it is not: change one of the two"),
        }
    }
}
