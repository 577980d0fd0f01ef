//! One order for what may stand in any.

use crate::model::{ClassFacts, Contract};

impl Contract {
    /// The same with every list sorted.
    pub(crate) fn in_order(&self) -> Self {
        let classes = self.classes.iter().map(|(id, class)| (id.clone(), class.clone().in_order())).collect();
        Self { root: self.root.clone(), classes }
    }
}

impl ClassFacts {
    /// The lists of the class, sorted: two classes are equal where they say the same.
    pub(crate) fn in_order(mut self) -> Self {
        self.also.sort_unstable();
        self.also.dedup();
        // As they stand in the file.
        self.rules.sort_by_cached_key(|rule| serde_json::to_string(rule).unwrap_or_default());
        self.rules.dedup();
        self.members.sort_by(|a, b| (a.place, &a.name).cmp(&(b.place, &b.name)));
        self
    }
}
