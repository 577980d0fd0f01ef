//! Who descends from whom, computed from the data: no recursion, and an end where the data has a cycle.

use std::collections::HashSet;

use crate::model::{ClassFacts, Contract};

impl Contract {
    /// Whether the class with the identity `class` is, or descends from, the one with the identity `ancestor`: by parents
    /// and secondary ancestors, at any distance.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// assert!(contract.is_a("orders::OutOfStock", "errtax_core::category::Conflict"));
    /// assert!(!contract.is_a("orders::OrdersError", "orders::OutOfStock"));
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn is_a(&self, class: &str, ancestor: &str) -> bool {
        class == ancestor || ancestors(self, class, usize::MAX).is_some_and(|found| found.contains(ancestor))
    }

    /// The identities of the parent, its parent, and so on.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// assert_eq!(contract.lineage("orders::OutOfStock"), ["orders::OrdersError"]);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn lineage(&self, class: &str) -> Vec<&str> {
        lineage(self, class)
    }
}

/// The ancestors that a class states itself.
pub(crate) fn stated(class: &ClassFacts) -> impl Iterator<Item = &str> {
    class.parent.iter().chain(&class.also).map(String::as_str)
}

/// All ancestors; the class itself is among them only where the data has a cycle. `None` for more than `most`.
pub(crate) fn ancestors<'a>(contract: &'a Contract, id: &str, most: usize) -> Option<HashSet<&'a str>> {
    let mut found = HashSet::new();
    let mut open: Vec<&ClassFacts> = contract.classes.get(id).into_iter().collect();
    while let Some(class) = open.pop() {
        for ancestor in stated(class) {
            if found.insert(ancestor) {
                open.extend(contract.classes.get(ancestor));
            }
        }
        if found.len() > most {
            return None;
        }
    }
    Some(found)
}

/// The parent, its parent, and so on, to the end or to the first that was met before.
pub(crate) fn lineage<'a>(contract: &'a Contract, id: &str) -> Vec<&'a str> {
    let mut lineage = Vec::new();
    let mut met = HashSet::new();
    let mut class = contract.classes.get(id);
    while let Some(parent) = class.and_then(|class| class.parent.as_deref()).filter(|parent| met.insert(*parent)) {
        lineage.push(parent);
        class = contract.classes.get(parent);
    }
    lineage
}
