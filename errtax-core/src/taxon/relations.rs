//! How two taxa stand to each other, and a taxon to what it inherits.

use super::Taxon;
use crate::fault::Fault;

impl Taxon {
    /// Along the secondary ancestors: the class's own, then those of its ancestors.
    pub(super) const fn is_also(&self, other: &Taxon) -> bool {
        let mut also = self.also;
        while let [first, rest @ ..] = also {
            if first.is_a(other) {
                return true;
            }
            also = rest;
        }
        match self.also_above {
            Some(ancestor) => ancestor.is_also(other),
            None => false,
        }
    }

    /// Whether a value of this class is, or has in it, one of `other`.
    pub(crate) const fn embeds(&self, other: &Taxon) -> bool {
        if self.id.is(other.id) {
            return true;
        }
        match self.parent() {
            Some(parent) if self.embeds_parent => parent.embeds(other),
            _ => false,
        }
    }

    /// The last class that both lineages share: two trees share none.
    pub(crate) const fn common_ancestor(&self, other: &Taxon) -> Option<&'static Taxon> {
        let (mut shared, mut depth) = (None, 0);
        while depth < self.lineage.len() && depth < other.lineage.len() {
            if !self.lineage[depth].id.is(other.lineage[depth].id) {
                break;
            }
            shared = Some(self.lineage[depth]);
            depth += 1;
        }
        shared
    }

    /// Whether the class is `root`, or descends from it, by identity.
    #[inline]
    pub(crate) const fn stands_below(&self, root: &Taxon) -> bool {
        let depth = root.depth();
        depth < self.lineage.len() && self.lineage[depth].id.is(root.id)
    }

    /// Whether the class stands in the subtree of `root`, by address: copies of a crate stay apart.
    #[cfg(feature = "registry")]
    pub(crate) fn descends_from(&self, root: &'static Taxon) -> bool {
        self.lineage.get(root.depth()).is_some_and(|ancestor| core::ptr::eq(*ancestor, root))
    }

    /// Whether the derive has refused the class or an ancestor: it then stands in for it without a name.
    pub(crate) const fn is_in_a_refused_tree(&self) -> bool {
        let mut depth = 0;
        while depth < self.lineage.len() {
            if self.lineage[depth].name.is_empty() {
                return true;
            }
            depth += 1;
        }
        false
    }

    /// The fault and the status, where they contradict each other: they may come from two classes of the lineage.
    pub(crate) const fn contradiction(&self) -> Option<(Fault, u16)> {
        let (Some(fault), Some(status)) = (self.fault, self.status) else { return None };
        match (fault, Fault::from_status(status)) {
            (Fault::Client, Some(Fault::Client)) | (Fault::Server, Some(Fault::Server)) => None,
            _ => Some((fault, status)),
        }
    }
}
