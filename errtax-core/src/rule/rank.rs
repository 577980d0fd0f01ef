//! Which rule decides: the layers, in `const`.

use core::cmp::Ordering;

use super::{CodeKey, Rule, TransportKey};

impl Rule {
    /// The place of the rule among all that hold for one response: the greatest decides.
    ///
    /// Exact code, code prefix (longest), transport kind, any transport, no code; then a named service, an
    /// operation, the longest message prefix, a status; and where there is a code, a transport. A fallback comes after
    /// everything else.
    pub(crate) const fn rank(&self, names_service: bool) -> Rank {
        let transport = match self.transport {
            TransportKey::Kind(_) => 2,
            TransportKey::Any => 1,
            TransportKey::None => 0,
        };
        let (layer, prefix_len) = match self.code {
            CodeKey::Exact(_) => (EXACT, 0),
            CodeKey::Prefix(prefix) => (EXACT - 1, prefix.len()),
            CodeKey::None => (transport, 0),
        };
        let message_prefix = match self.message_prefix {
            Some(prefix) => 1 + prefix.len(),
            None => 0,
        };
        Rank(0)
            .then(1, !self.fallback as usize)
            .then(3, layer)
            .then(16, prefix_len)
            .then(1, names_service as usize)
            .then(1, self.operation.is_some() as usize)
            .then(16, message_prefix)
            .then(1, self.status.is_some() as usize)
            .then(2, transport)
    }
}

/// The highest layer: an exact code.
const EXACT: usize = 4;
/// What a rank says of the keys besides a code and a service, in its lowest bits.
const CONDITIONS: u32 = 1 + 16 + 1 + 2;
/// All of a rank below its layer: the length of a prefix, a service, the conditions.
const BELOW_LAYER: u32 = 16 + 1 + CONDITIONS;

/// The order of the layers as one number, the most telling key in its highest bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank(u64);

impl Rank {
    /// The next less telling key: `value` in that many bits, as much as they hold.
    const fn then(self, bits: u32, value: usize) -> Self {
        let most = (1 << bits) - 1;
        let value = value as u64;
        Self(self.0 << bits | if value < most { value } else { most })
    }

    /// Whether the rule states a whole code, and is no fallback.
    #[inline]
    pub(crate) const fn is_exact(self) -> bool {
        self.0 >> BELOW_LAYER == 0b1000 | EXACT as u64
    }

    /// Whether the rule has keys besides its code and its service.
    #[inline]
    pub(crate) const fn is_conditional(self) -> bool {
        self.0 & ((1 << CONDITIONS) - 1) != 0
    }

    /// `cmp`, usable in `const`.
    pub(crate) const fn order(self, other: Self) -> Ordering {
        if self.0 < other.0 {
            Ordering::Less
        } else if self.0 > other.0 {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }
}
