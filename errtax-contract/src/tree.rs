//! How the classes of a contract stand to each other. A contract that was broken by hand ends no walk early, and none
//! goes on for ever.

use std::collections::{BTreeMap, BTreeSet};

use crate::kin;
use crate::model::{ClassFacts, Contract};

/// A contract, with the ways down from each class: what can be said of a class that others stand below.
///
/// ```
/// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
/// let tree = contract.tree();
/// assert_eq!(tree.children("orders::OrdersError"), ["orders::OutOfStock"]);
/// # Ok::<(), errtax::contract::FormatError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    contract: &'a Contract,
    children: BTreeMap<&'a str, Vec<&'a str>>,
    also_below: BTreeMap<&'a str, Vec<&'a str>>,
}

/// One class of a tree, where it stands in an outline.
///
/// ```
/// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
/// let outline = contract.tree().outline();
/// assert_eq!((outline[1].class.name.as_str(), outline[1].depth), ("OutOfStock", 1));
/// # Ok::<(), errtax::contract::FormatError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The class's identity.
    pub id: &'a str,
    /// What the contract says of it.
    pub class: &'a ClassFacts,
    /// How far below the top it stands, from 0.
    pub depth: usize,
}

impl Contract {
    /// The tree of these classes, to be walked and asked. It is made anew at each call: keep it for many questions.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let tree = contract.tree();
    /// assert!(tree.has_values("orders::OutOfStock") && !tree.is_enum("orders::OutOfStock"));
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn tree(&self) -> Tree<'_> {
        Tree::new(self)
    }
}

impl<'a> Tree<'a> {
    fn new(contract: &'a Contract) -> Self {
        let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut also_below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, class) in &contract.classes {
            if let Some((parent, _)) = class.parent.as_ref().and_then(|parent| contract.classes.get_key_value(parent)) {
                children.entry(parent).or_default().push(id);
            }
            for also in &class.also {
                also_below.entry(also).or_default().push(id);
            }
        }
        for ids in children.values_mut() {
            ids.sort_by_key(|id| (contract.classes.get(*id).map(|class| &class.name), *id));
        }
        Self { contract, children, also_below }
    }

    /// A class, and its identity as the contract holds it.
    pub(crate) fn class(&self, id: &str) -> Option<(&'a str, &'a ClassFacts)> {
        self.contract.classes.get_key_value(id).map(|(id, class)| (id.as_str(), class))
    }

    /// The identities of the classes right below, by their names.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// assert_eq!(contract.tree().children("orders::OrdersError"), ["orders::OutOfStock"]);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn children(&self, id: &str) -> &[&'a str] {
        self.children.get(id).map_or(&[], Vec::as_slice)
    }

    /// The identities of the classes that state this one as a secondary ancestor.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// assert_eq!(contract.tree().also_below("errtax_core::category::Conflict"), ["orders::OutOfStock"]);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn also_below(&self, id: &str) -> &[&'a str] {
        self.also_below.get(id).map_or(&[], Vec::as_slice)
    }

    /// The ancestors of a class, the nearest first: those that the contract has.
    pub(crate) fn ancestors(&self, id: &str) -> Vec<(&'a str, &'a ClassFacts)> {
        let lineage = kin::lineage(self.contract, id).into_iter().take_while(|ancestor| *ancestor != id);
        lineage.filter_map(|ancestor| self.class(ancestor)).collect()
    }

    /// What a class is called: its name. A category that services share is known by its module too, since many a tree
    /// has a class of the same name. The identity, where the contract has no such class.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let tree = contract.tree();
    /// assert_eq!(tree.name("orders::OutOfStock"), "OutOfStock");
    /// assert_eq!(tree.name("errtax_core::category::Conflict"), "category::Conflict");
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn name(&self, id: &str) -> String {
        match (self.class(id), id.strip_prefix("errtax_core::category::")) {
            (None, _) => id.to_owned(),
            (Some((_, class)), Some(category)) if category == class.name => format!("category::{category}"),
            (Some((_, class)), _) => class.name.clone(),
        }
    }

    /// Every class once: the root and all below it, then the others; siblings by their names.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let names: Vec<_> = contract.tree().outline().iter().map(|line| line.class.name.as_str()).collect();
    /// assert_eq!(names, ["OrdersError", "OutOfStock", "Conflict"]);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn outline(&self) -> Vec<Line<'a>> {
        let is_top = |class: &ClassFacts| class.parent.as_deref().is_none_or(|parent| self.class(parent).is_none());
        let tops = self.contract.classes.iter().filter(|(_, class)| is_top(class)).map(|(id, _)| id.as_str());
        // Of classes that are each other's ancestors none is at the top: they come last.
        let tops = tops.chain(self.contract.classes.keys().map(String::as_str));
        let (mut seen, mut lines) = (BTreeSet::new(), Vec::new());
        for top in std::iter::once(self.contract.root.as_str()).chain(tops) {
            let mut open = vec![(top, 0)];
            while let Some((id, depth)) = open.pop() {
                let Some((id, class)) = self.class(id) else { continue };
                if seen.insert(id) {
                    lines.push(Line { id, class, depth });
                    open.extend(self.children(id).iter().rev().map(|child| (*child, depth + 1)));
                }
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{ClassFacts, Contract, Kind};

    /// Classes of these names and parents.
    fn contract(root: &str, classes: &[(&str, Option<&str>)]) -> Contract {
        let class = |(name, parent): &(&str, Option<&str>)| {
            let parent = parent.map(str::to_owned);
            let class = ClassFacts { parent, ..ClassFacts::new(*name, Kind::Wire) };
            ((*name).to_owned(), class)
        };
        Contract { root: root.to_owned(), classes: classes.iter().map(class).collect() }
    }

    fn outline(contract: &Contract) -> Vec<(&str, usize)> {
        contract.tree().outline().iter().map(|line| (line.id, line.depth)).collect()
    }

    #[test]
    fn the_root_comes_first_and_what_is_outside_of_it_last() {
        let contract = contract("R", &[("A", None), ("B", Some("R")), ("C", Some("B")), ("R", Some("A")), ("Z", None)]);
        assert_eq!(outline(&contract), [("R", 0), ("B", 1), ("C", 2), ("A", 0), ("Z", 0)]);
        let above: Vec<_> = contract.tree().ancestors("C").iter().map(|(id, _)| *id).collect();
        assert_eq!(above, ["B", "R", "A"]);
    }

    #[test]
    fn a_circle_a_missing_parent_and_a_missing_root_leave_out_nothing() {
        let contract = contract("none", &[("A", Some("B")), ("B", Some("A")), ("C", Some("gone")), ("D", Some("D"))]);
        assert_eq!(outline(&contract), [("C", 0), ("A", 0), ("B", 1), ("D", 0)]);
        assert_eq!(contract.tree().ancestors("A").len(), 1);
        assert_eq!(contract.tree().ancestors("D").len(), 0);
    }
}
