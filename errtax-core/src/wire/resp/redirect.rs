//! Where `MOVED`, `ASK` and `REDIRECT` point: the only arguments whose format servers keep.

use alloc::borrow::Cow;

use super::frame;
use crate::digits;
use crate::value::{Value, ValueError};

/// How many slots a cluster has (Redis cluster specification, "Key distribution model").
const SLOTS: u16 = 16_384;

/// One argument of the error in `reply`; none that is malformed.
#[expect(clippy::unnecessary_wraps, reason = "a reader of other wires can fail")]
pub(super) fn member<'a>(reply: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    Ok(argument(frame::text(reply), name))
}

pub(super) fn argument<'a>(line: &'a [u8], name: &str) -> Option<Value<'a>> {
    let mut words = str::from_utf8(line).ok()?.split(' ');
    let slot = match words.next()? {
        "MOVED" | "ASK" => Some(words.next()?),
        "REDIRECT" => None,
        _ => return None,
    };
    match name {
        "slot" => slot.and_then(digits::parse::<u16>).filter(|slot| *slot < SLOTS).map(|slot| Value::Int(slot.into())),
        "host" => endpoint(words.next()?).map(|(host, _)| Value::Text(Cow::Borrowed(host))),
        "port" => endpoint(words.next()?).map(|(_, port)| Value::Int(port.into())),
        _ => None,
    }
}

/// Host and port, split at the last colon: the host may be an IPv6 address, a name, or empty.
fn endpoint(word: &str) -> Option<(&str, u16)> {
    let (host, port) = word.rsplit_once(':')?;
    Some((host, digits::parse(port)?))
}
