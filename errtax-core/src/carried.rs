//! What one field of a class carries, as the derive saw it: for whoever describes the tree.

mod trace;

pub use self::trace::{Trace, TraceOf, Untraced, Values};

use crate::member::Origin;

/// What a field is filled from, and what its type would read there.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub origin: Origin<'static>,
    /// The type, as the field spells it.
    pub spelled: &'static str,
    pub docs: &'static str,
    /// Whether it is written when the error is rendered.
    pub is_written: bool,
    has_default: bool,
    /// `None` for a type that nothing can be read into.
    trace: Option<fn() -> Trace>,
}

/// The construction, as the derive writes it.
impl Field {
    pub const fn new(origin: Origin<'static>, spelled: &'static str) -> Self {
        Self { origin, spelled, docs: "", is_written: false, has_default: false, trace: None }
    }

    pub const fn documented(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn written(mut self, is_written: bool) -> Self {
        self.is_written = is_written;
        self
    }

    pub const fn with_default(mut self, has_default: bool) -> Self {
        self.has_default = has_default;
        self
    }

    pub const fn traced(mut self, trace: Option<fn() -> Trace>) -> Self {
        self.trace = trace;
        self
    }
}

impl Field {
    /// What its type would read: nothing is known of one that cannot be read.
    pub fn trace(&self) -> Trace {
        let traced = self.trace.map(|trace| trace()).unwrap_or_default();
        Trace { is_optional: traced.is_optional || self.has_default, ..traced }
    }
}
