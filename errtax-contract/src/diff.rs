//! What changed between two contracts, and what each change asks of the next version.
//!
//! Classes are paired, each pair is compared fact by fact, and one table says what a change of each kind means.

mod ancestry;
mod change;
mod claim;
mod claims;
mod class;
mod inherited;
mod member;
mod pairs;
mod retry;
mod rule;
mod table;
mod taken;
mod verdict;

pub use self::change::{Change, Changes};
use self::pairs::Pairs;
pub use self::table::{Row, TABLE};
pub use self::verdict::Verdict;
use crate::model::Contract;

impl Contract {
    /// What changed from this contract to `new`, the breaking changes first.
    ///
    /// There is a change wherever the two differ. What a class inherits, it changes with its ancestor: that is one change,
    /// told of the ancestor. [`TABLE`] says what each kind of change means.
    ///
    /// ```
    /// use errtax::contract::{Contract, Verdict};
    /// # let old = Contract::from_json(errtax::contract::SAMPLE)?;
    ///
    /// let mut new = old.clone();
    /// new.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    ///
    /// let changes = old.changes_to(&new);
    /// assert_eq!(changes.verdict(), Some(Verdict::Breaking));
    /// assert_eq!(changes.iter().map(|change| change.sentence()).collect::<Vec<_>>(), ["the status 409 is now 410"]);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn changes_to(&self, new: &Self) -> Changes {
        let (old, new) = (self.in_order(), new.in_order());
        let pairs = Pairs::new(&old, &new);
        let mut found = pairs.unpaired();
        found.extend(pairs.roots());
        for pair in pairs.iter() {
            class::compare(&pairs, &pair, &mut found);
        }
        found.append(&mut taken::compare(&pairs));
        found.append(&mut ancestry::compare(&pairs));
        Changes::new(inherited::collapse(&pairs, found))
    }
}
