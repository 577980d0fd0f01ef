//! A member that comes, goes, or becomes another.

use errtax_contract::{Contract, Kind, Member, Place, Values};

use super::cases;
use super::trees::{class, member};

/// A member `m` of `Slow` in both trees.
fn both(old: &mut Contract, new: &mut Contract, m: Member, edit: fn(&mut Member)) {
    class(old, "Slow").members.push(m.clone());
    class(new, "Slow").members.push(m);
    edit(class(new, "Slow").members.last_mut().unwrap());
}

fn choice(known: &[&str], open: bool) -> Member {
    let known = known.iter().map(|&name| name.to_owned()).collect();
    Member { values: Some(Values { known, open }), ..member("m", "Choice", false) }
}

pub(super) fn run() -> Vec<&'static str> {
    [members_that_come_and_go(), values_and_what_is_shown()].concat()
}

fn members_that_come_and_go() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| class(new, "Slow").members.push(member("m", "Option<u8>", true)),
            &["minor member-added Slow: carries the member `m`"],
        ),
        (
            |_, new| class(new, "Internal").members.push(member("m", "u8", false)),
            &["minor member-added Internal: carries the member `m`"],
        ),
        (
            |_, new| class(new, "Slow").members.push(member("m", "u8", false)),
            &["breaking member-required Slow: requires the member `m`"],
        ),
        (
            |_, new| drop(class(new, "OutOfStock").members.remove(0)),
            &["breaking member-removed OutOfStock: no longer carries the member `left`"],
        ),
        (
            |old, new| both(old, new, member("m", "u8", false), |m| m.r#type = "u16".into()),
            &["breaking member-type Slow: the member `m` was a `u8`, and is a `u16`"],
        ),
        (
            |old, new| {
                both(old, new, member("m", "Option<u8>", true), |m| {
                    (m.r#type, m.optional) = ("u8".into(), false);
                });
            },
            &["breaking member-now-required Slow: requires the member `m`, which was optional"],
        ),
        (
            |old, new| {
                both(old, new, member("m", "Option<u8>", true), |m| {
                    (m.r#type, m.optional) = ("u8".into(), false);
                });
                class(old, "Slow").kind = Kind::Local;
                class(new, "Slow").kind = Kind::Local;
            },
            &["minor member-always-there Slow: always carries the member `m`, which was optional"],
        ),
        (
            |old, new| both(old, new, member("m", "Option<u8>", true), |m| m.r#type = "u8".into()),
            &["minor member-always-there Slow: always carries the member `m`, which was optional"],
        ),
        // No answer was built into it before.
        (
            |old, new| {
                both(old, new, member("m", "Option<u8>", true), |m| {
                    (m.r#type, m.optional) = ("u8".into(), false);
                });
                class(new, "Slow").members.push(member("n", "u8", false));
                class(old, "Slow").kind = Kind::Local;
            },
            &[
                "minor values-gained Slow: was local, and is built from responses",
                "minor member-added Slow: carries the member `n`",
                "minor member-always-there Slow: always carries the member `m`, which was optional",
            ],
        ),
        (
            |old, new| {
                both(old, new, member("m", "u8", false), |m| {
                    (m.r#type, m.optional) = ("std::option::Option<u8>".into(), true);
                });
            },
            &["breaking member-now-optional Slow: may lack the member `m`"],
        ),
        (
            |old, new| both(old, new, member("m", "u8", true), |m| m.r#type = "Option<u8>".into()),
            &["breaking member-now-optional Slow: may lack the member `m`"],
        ),
        (
            |old, new| both(old, new, member("m", "u8", false), |m| m.optional = true),
            &["minor member-now-defaulted Slow: has a default for the member `m`"],
        ),
    ])
}

fn values_and_what_is_shown() -> Vec<&'static str> {
    cases(&[
        (
            |old, new| both(old, new, choice(&["A"], true), |m| *m = choice(&["A", "B"], true)),
            &["minor value-added-open Slow: the member `m` may be `B`"],
        ),
        (
            |old, new| both(old, new, member("m", "Choice", false), |m| *m = choice(&["A"], true)),
            &["minor value-added-open Slow: the member `m` may be `A`"],
        ),
        (
            |old, new| both(old, new, choice(&["A"], false), |m| *m = choice(&["A", "B"], false)),
            &["breaking value-added-closed Slow: the member `m` may be `B`"],
        ),
        (
            |old, new| both(old, new, choice(&["A", "B"], true), |m| *m = choice(&["B"], true)),
            &["breaking value-removed Slow: the member `m` is never `A` by name"],
        ),
        (
            |old, new| both(old, new, choice(&["A"], false), |m| *m = choice(&["A"], true)),
            &["breaking values-opened Slow: the member `m` may be something else than its known values"],
        ),
        (
            |old, new| both(old, new, choice(&["A"], true), |m| *m = choice(&["A"], false)),
            &["breaking values-closed Slow: the member `m` may be nothing else than its known values"],
        ),
        (
            |old, new| both(old, new, member("m", "u8", false), |m| m.out = true),
            &["minor out-added Slow: writes the member `m` when rendered"],
        ),
        (
            |old, new| both(old, new, Member { out: true, ..member("m", "u8", false) }, |m| m.out = false),
            &["breaking out-removed Slow: no longer writes the member `m` when rendered"],
        ),
        (
            |old, new| both(old, new, choice(&["A", "B"], true), |m| *m = choice(&["B", "A"], true)),
            &["patch member-notes Slow: the member `m` is shown differently"],
        ),
        // A name that stands twice, and the name of a header in other capitals.
        (
            |old, new| both(old, new, choice(&["A", "A"], true), |m| *m = choice(&["A"], true)),
            &["patch member-notes Slow: the member `m` is shown differently"],
        ),
        (
            |old, new| {
                both(old, new, Member { place: Place::Header, ..member("X-Depot", "u8", false) }, |m| {
                    m.name = "x-depot".into();
                });
            },
            &["patch member-notes Slow: the header `x-depot` is shown differently"],
        ),
        (
            |old, new| both(old, new, member("m", "u8", false), |m| m.sample = Some(7.into())),
            &["patch member-notes Slow: the member `m` is shown differently"],
        ),
        (
            |old, new| both(old, new, member("m", "u8", false), |m| m.docs = "Seconds.".into()),
            &["patch docs-changed Slow: the member `m` reads differently in the documentation"],
        ),
    ])
}
