//! The table of what is known of a class.

use serde::Serialize;

use super::Link;
use crate::facts::{self, Origin};

/// A row of it.
#[derive(Serialize)]
pub(super) struct Fact {
    name: &'static str,
    value: String,
    /// Whether the value is what programs read, and no word.
    is_code: bool,
    origin: String,
    /// The class that states it, if that is another one.
    from: Option<Link>,
}

/// A fact, with a link to the class from which it is inherited.
pub(super) fn row(fact: &facts::Fact<'_>, link: impl Fn(&str) -> Link) -> Fact {
    let (origin, from) = match fact.origin {
        Origin::Inherited(from) => ("inherited from".to_owned(), Some(link(from))),
        // The value says so.
        Origin::Unsaid => (String::new(), None),
        own => (own.to_string(), None),
    };
    Fact {
        name: if fact.name == "problem" { "problem type" } else { fact.name },
        value: fact.to_string(),
        is_code: matches!(fact.name, "code" | "service" | "problem" | "domain"),
        origin,
        from,
    }
}
