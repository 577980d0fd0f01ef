//! What a value says of itself on the wire: its members, as data that every wire can write.

use alloc::{boxed::Box, vec::Vec};

use serde_core::Serialize;

use crate::member::Origin;
use crate::value::Value;

/// The members of an error that is being rendered, by their names on the wire.
///
/// The derive fills it where a class says `out`; see [`ServiceError::own_members`](crate::ServiceError::own_members).
///
/// ```
/// use errtax::{Members, Origin};
///
/// let mut members = Members::new();
/// members.write(Origin::Member("sku"), "A-7");
/// members.write(Origin::Member("left"), &None::<u32>); // null is the same as absent
/// assert!(members.names().eq(["sku"]));
/// ```
#[derive(Debug, Default)]
pub struct Members {
    members: Vec<(Box<str>, Value<'static>)>,
    headers: Vec<(Box<str>, Value<'static>)>,
}

impl Members {
    /// No members yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a member of the body, or one that is bound to a header: the first of a name counts.
    ///
    /// Other origins are no members, and are ignored; so is a value that is null, or that its type refuses to
    /// serialise.
    pub fn write<T: Serialize + ?Sized>(&mut self, origin: Origin<'_>, value: &T) {
        if let Ok(value) = Value::of(value) {
            self.put(origin, value);
        }
    }

    /// The names of the members so far, those in headers after those of the body.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().chain(&self.headers).map(|(name, _)| &**name)
    }

    fn put(&mut self, origin: Origin<'_>, value: Value<'static>) {
        let (list, name) = match origin {
            Origin::Member(name) => (&mut self.members, name),
            Origin::Header(name) => (&mut self.headers, name),
            _ => return,
        };
        let is_known = list.iter().any(|(known, _)| match origin {
            Origin::Header(_) => known.eq_ignore_ascii_case(name),
            _ => **known == *name,
        });
        if value != Value::Null && !is_known {
            list.push((name.into(), value));
        }
    }
}

#[cfg_attr(
    not(all(feature = "aws-xml", feature = "problem")),
    allow(dead_code, reason = "each wire says a part of it; each wire is a feature")
)]
impl Members {
    /// Those of the body.
    pub(crate) fn in_body(&self) -> impl Iterator<Item = (&str, &Value<'static>)> {
        self.members.iter().map(|(name, value)| (&**name, value))
    }

    /// The one of the body with that name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'static>> {
        self.in_body().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Those that are bound to headers.
    pub(crate) fn in_headers(&self) -> impl Iterator<Item = (&str, &Value<'static>)> {
        self.headers.iter().map(|(name, value)| (&**name, value))
    }
}

#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written when the error is rendered",
    label = "not `Serialize`",
    note = "a member of a class that says `out` is written through serde: write `#[derive(serde::Serialize)]` on its type, choose a type that has it, or remove `out`"
)]
#[doc(hidden)]
pub trait Written: Serialize {}

#[diagnostic::do_not_recommend]
impl<T: Serialize> Written for T {}

/// A field of a class that says `out`.
#[doc(hidden)]
pub fn write<T: Written>(members: &mut Members, origin: Origin<'_>, value: &T) {
    members.write(origin, value);
}
