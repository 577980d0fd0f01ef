//! The order of the layers, in `const`: claims on exact codes, a code's next to each other; then all others by rank.

use core::cmp::Ordering;

use super::claim::Claim;
use super::text;
use crate::rule::TransportKey;

/// Returns what differs first.
macro_rules! first_difference {
    ($($comparison:expr),+ $(,)?) => {{
        $(
            let order = $comparison;
            if !order.is_eq() {
                return order;
            }
        )+
        Ordering::Equal
    }};
}

/// Sorts claims so that neighbours share their key, and the first that holds decides. `spare` is as long as `claims`.
///
/// Runs of growing length are merged from one slice into the other and back: few comparisons, and no call to move a
/// claim, since each call counts in `const`.
pub(super) const fn sort(claims: &mut [Claim], spare: &mut [Claim]) {
    let mut run = 1;
    while run < claims.len() {
        merge_runs(claims, spare, run);
        merge_runs(spare, claims, run * 2);
        run *= 4;
    }
}

/// Merges each two neighbouring runs of that length.
const fn merge_runs(from: &[Claim], to: &mut [Claim], run: usize) {
    let (mut start, mut at) = (0, 0);
    while start < from.len() {
        let middle = earlier(start + run, from.len());
        let end = earlier(middle + run, from.len());
        let (mut left, mut right) = (start, middle);
        while at < end {
            let take_left = right == end || (left < middle && !comes_before(&from[right], &from[left]));
            if take_left {
                to[at] = from[left];
                left += 1;
            } else {
                to[at] = from[right];
                right += 1;
            }
            at += 1;
        }
        start = end;
    }
}

const fn earlier(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

const fn comes_before(a: &Claim, b: &Claim) -> bool {
    if a.is_exact() != b.is_exact() {
        a.is_exact()
    } else if a.is_exact() && a.hash != b.hash {
        a.hash < b.hash
    } else {
        order(a, b).is_lt()
    }
}

/// The order of claims on exact codes of one hash, or of all others.
const fn order(a: &Claim, b: &Claim) -> Ordering {
    let by_code = if a.is_exact() { by_code(a, b) } else { Ordering::Equal };
    first_difference!(by_code, b.rank.order(a.rank), by_key(a, b), by_service(a, b), numbers(a.owner, b.owner))
}

/// Of one code, the claims of a service stand together, those of none last.
const fn by_code(a: &Claim, b: &Claim) -> Ordering {
    first_difference!(text::compare(a.code.as_bytes(), b.code.as_bytes(), false), by_service(a, b))
}

const fn by_service(a: &Claim, b: &Claim) -> Ordering {
    numbers(a.service_place(), b.service_place())
}

/// By what tells apart two claims of one rank and one service.
const fn by_key(a: &Claim, b: &Claim) -> Ordering {
    let (left, right) = (a.rule, b.rule);
    first_difference!(
        text::compare(a.code.as_bytes(), b.code.as_bytes(), false),
        numbers(transport(left.transport), transport(right.transport)),
        optional(left.operation, right.operation),
        prefixes(left.message_prefix, right.message_prefix),
        numbers(status(left.status), status(right.status)),
    )
}

/// Whether two claims hold for the same responses of whatever service.
pub(super) const fn same_but_for_service(a: &Claim, b: &Claim) -> bool {
    a.rank.order(b.rank).is_eq() && by_key(a, b).is_eq()
}

/// Whether two claims hold for the same responses.
pub(super) const fn same_key(a: &Claim, b: &Claim) -> bool {
    // The hash of whatever code it has, before anything that costs a call.
    a.hash == b.hash && by_service(a, b).is_eq() && same_but_for_service(a, b)
}

/// Whether two claims are on one exact code.
pub(super) const fn same_code(a: &Claim, b: &Claim) -> bool {
    a.hash == b.hash && a.is_exact() && b.is_exact() && text::same(a.code, b.code)
}

const fn transport(key: TransportKey) -> u32 {
    match key {
        TransportKey::None => 0,
        TransportKey::Any => 1,
        TransportKey::Kind(kind) => 2 + kind as u32,
    }
}

const fn status(status: Option<u16>) -> u32 {
    match status {
        Some(status) => status as u32,
        None => 0,
    }
}

const fn numbers(a: u32, b: u32) -> Ordering {
    if a < b {
        Ordering::Less
    } else if a > b {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

const fn optional(a: Option<&str>, b: Option<&str>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => text::compare(a.as_bytes(), b.as_bytes(), false),
        (a, b) => numbers(a.is_some() as u32, b.is_some() as u32),
    }
}

/// ASCII letters compared without case.
const fn prefixes(a: Option<&str>, b: Option<&str>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => text::compare(a.as_bytes(), b.as_bytes(), true),
        (a, b) => numbers(a.is_some() as u32, b.is_some() as u32),
    }
}
