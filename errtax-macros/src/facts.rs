//! The words of the grammar as values, and where the user wrote them.

use ident_case::RenameRule;
use proc_macro2::Span;
use syn::{Ident, Path, PathSegment};

/// A value, and the tokens at which to point.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    /// The key before it.
    pub(crate) key: Span,
    /// The value's own token; the key's where it has none, a path's last segment.
    pub(crate) span: Span,
}

/// The path of a class.
#[derive(Clone, Debug)]
pub(crate) struct ClassPath(pub(crate) Path);

impl ClassPath {
    /// What a diagnostic points at: the last segment's name.
    pub(crate) fn span(&self) -> Span {
        self.name().map_or_else(Span::call_site, Ident::span)
    }

    pub(crate) fn name(&self) -> Option<&Ident> {
        self.last().map(|segment| &segment.ident)
    }

    pub(crate) fn is_generic(&self) -> bool {
        self.0.segments.iter().any(|segment| !segment.arguments.is_none())
    }

    fn last(&self) -> Option<&PathSegment> {
        self.0.segments.last()
    }
}

/// The path of `errtax`; `None` where the user states none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Krate(pub(crate) Option<Path>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Client,
    Server,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    Never,
    Transient,
    Throttling,
}

/// Who says whether repeating may help.
#[derive(Clone, Debug)]
pub(crate) enum Retryable {
    Class(Retry),
    /// A function that is asked for each value.
    Value(Path),
}

/// A code as a rule names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    Exact(String),
    /// `"23*"`, without the star.
    Prefix(String),
}

/// The service as a rule names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    Any,
    Named(String),
}

/// A transport failure as a rule names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Transport {
    Any,
    Timeout,
    Connect,
    Dns,
    Tls,
    Credentials,
    Io,
    Build,
    Decode,
    Other,
}

/// How the fields of a class with `members` are called on the wire.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Renaming(pub(crate) RenameRule);

impl Renaming {
    pub(crate) fn apply(self, field: &str) -> String {
        match self.0 {
            // `ident_case` cuts after the first byte, whatever stands there.
            RenameRule::CamelCase => {
                let name = RenameRule::PascalCase.apply_to_field(field);
                let mut chars = name.chars();
                chars
                    .next()
                    .map_or_else(|| name.clone(), |first| first.to_ascii_lowercase().to_string() + chars.as_str())
            }
            rule => rule.apply_to_field(field),
        }
    }
}
