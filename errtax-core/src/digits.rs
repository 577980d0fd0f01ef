//! Numbers as protocols write them.

use core::str::FromStr;

/// A number in digits alone: no sign, which `parse` would take, and no fraction.
pub(crate) fn parse<T: FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}
