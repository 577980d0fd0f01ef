//! Advice to repeat, in every direction, on a class and on a rule.

use errtax_contract::Retry;

use super::trees::{class, shop, told};

/// Every direction of the three values and of "not said", on a class and on a rule.
const RETRIES: [(Option<Retry>, Option<Retry>, &str, &str); 12] = {
    use Retry::{Never, Throttling, Transient};
    [
        (None, Some(Never), "minor retry-unsaid-never", "retry: not said, now never"),
        (None, Some(Transient), "minor retry-unsaid-transient", "retry: not said, now transient"),
        (None, Some(Throttling), "minor retry-unsaid-throttling", "retry: not said, now throttling"),
        (Some(Never), None, "minor retry-never-unsaid", "retry: never, now not said"),
        (Some(Never), Some(Transient), "minor retry-never-transient", "retry: never, now transient"),
        (Some(Never), Some(Throttling), "minor retry-never-throttling", "retry: never, now throttling"),
        (Some(Transient), None, "breaking retry-transient-unsaid", "retry: transient, now not said"),
        (Some(Transient), Some(Never), "breaking retry-transient-never", "retry: transient, now never"),
        (Some(Transient), Some(Throttling), "minor retry-transient-throttling", "retry: transient, now throttling"),
        (Some(Throttling), None, "breaking retry-throttling-unsaid", "retry: throttling, now not said"),
        (Some(Throttling), Some(Never), "breaking retry-throttling-never", "retry: throttling, now never"),
        (Some(Throttling), Some(Transient), "minor retry-throttling-transient", "retry: throttling, now transient"),
    ]
};

pub(super) fn run() -> Vec<&'static str> {
    for (before, after, row, sentence) in RETRIES {
        let (mut old, mut new) = (shop(), shop());
        class(&mut old, "Slow").retry = before;
        class(&mut new, "Slow").retry = after;
        assert_eq!(told(&old.changes_to(&new)), [format!("{row} Slow: {sentence}")]);

        let (mut old, mut new) = (shop(), shop());
        class(&mut old, "Slow").rules[0].retry = before;
        class(&mut new, "Slow").rules[0].retry = after;
        assert_eq!(told(&old.changes_to(&new)), [format!("{row} Slow: under `code = \"Busy\"`: {sentence}")]);
    }
    RETRIES.iter().filter_map(|(_, _, row, _)| row.split(' ').nth(1)).collect()
}
