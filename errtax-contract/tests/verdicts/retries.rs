//! Advice to repeat, in every direction, on a class and on a rule.

use errtax_contract::{ClassFacts, Retry};

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

/// `Slow` in two trees, with a status that says nothing of repeating.
fn slow(edit: impl Fn(&mut ClassFacts, &mut ClassFacts)) -> Vec<String> {
    let (mut old, mut new) = (shop(), shop());
    for tree in [&mut old, &mut new] {
        let slow = class(tree, "Slow");
        (slow.status, slow.fault, slow.retry) = (Some(400), None, None);
    }
    edit(class(&mut old, "Slow"), class(&mut new, "Slow"));
    told(&old.changes_to(&new))
}

pub(super) fn run() -> Vec<&'static str> {
    for (before, after, row, sentence) in RETRIES {
        let of_class = slow(|old, new| (old.retry, new.retry) = (before, after));
        assert_eq!(of_class, [format!("{row} Slow: {sentence}")]);
        let of_rule = slow(|old, new| (old.rules[0].retry, new.rules[0].retry) = (before, after));
        assert_eq!(of_rule, [format!("{row} Slow: under `code = \"Busy\"`: {sentence}")]);
    }
    what_a_status_says();
    what_a_class_says_for_its_rules();
    let rows = RETRIES.iter().filter_map(|(_, _, row, _)| row.split(' ').nth(1));
    rows.chain(["retry-status-never", "retry-restated"]).collect()
}

fn what_a_status_says() {
    let never = Some(Retry::Never);
    let breaking = "breaking retry-status-never Slow: retry: as the status says, now never";
    let minor = "minor retry-unsaid-never Slow: retry: not said, now never";
    for status in [500, 502, 503, 504] {
        assert_eq!(
            slow(|old, new| (old.status, new.status, new.retry) = (Some(status), Some(status), never)),
            [breaking]
        );
    }
    assert_eq!(slow(|old, new| (old.status, new.status, new.retry) = (Some(501), Some(501), never)), [minor]);
    // 429 speaks where no code does.
    let too_many = |code: Option<&str>| {
        slow(|old, new| {
            for class in [&mut *old, &mut *new] {
                (class.status, class.code) = (Some(429), code.map(str::to_owned));
            }
            new.retry = never;
        })
    };
    assert_eq!(too_many(None), [breaking]);
    assert_eq!(too_many(Some("Slow")), [minor]);
    // So it is with rules.
    let under_rule = |status| {
        slow(|old, new| {
            for class in [&mut *old, &mut *new] {
                (class.rules[0].retry, class.rules[0].status) = (None, status);
            }
            new.rules[0].retry = never;
        })
    };
    assert_eq!(
        under_rule(Some(503)),
        [
            "breaking retry-status-never Slow: under `code = \"Busy\", status = 503`: retry: as the status says, now never"
        ]
    );
    assert_eq!(
        under_rule(Some(429)),
        ["minor retry-unsaid-never Slow: under `code = \"Busy\", status = 429`: retry: not said, now never"]
    );
}

fn what_a_class_says_for_its_rules() {
    let (never, transient) = (Some(Retry::Never), Some(Retry::Transient));
    let restated = "patch retry-restated Slow: under `code = \"Busy\"`: retry: stated differently";
    for (before, after) in [(None, transient), (transient, None)] {
        let told = slow(|old, new| {
            (old.retry, new.retry) = (transient, transient);
            (old.rules[0].retry, new.rules[0].retry) = (before, after);
        });
        assert_eq!(told, [restated]);
    }
    // It was the class's, and the rule says otherwise.
    assert_eq!(
        slow(|old, new| {
            (old.retry, new.retry) = (transient, transient);
            (old.rules[0].retry, new.rules[0].retry) = (None, never);
        }),
        ["breaking retry-transient-never Slow: under `code = \"Busy\"`: retry: transient, now never"]
    );
    // It was the rule's, and the class says it now.
    assert_eq!(
        slow(|old, new| {
            (old.rules[0].retry, new.rules[0].retry) = (transient, None);
            new.retry = transient;
        }),
        ["minor retry-unsaid-transient Slow: retry: not said, now transient", restated]
    );
}
