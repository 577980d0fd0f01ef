//! What is known of a class, and from where.

use std::fmt;

use crate::model::{ClassFacts, Fault, Kind};
use crate::tree::Tree;

/// One fact of a class.
///
/// ```
/// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
/// let facts = contract.tree().facts("orders::OutOfStock");
/// let status = facts.iter().find(|fact| fact.name == "status").expect("it has one");
/// assert_eq!(status.value.as_deref(), Some("409"));
/// assert_eq!(status.to_string(), "409 Conflict");
/// # Ok::<(), errtax::contract::FormatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    /// Its key in a contract's file: `code`, `service`, `status`, `fault`, `retry`, `problem`, `domain` or `exposed`.
    pub name: &'static str,
    /// The value as programs read it; `None` where nobody says it.
    pub value: Option<String>,
    /// Where the value is from.
    pub origin: Origin<'a>,
    meaning: &'static str,
}

/// Where a fact is from.
///
/// A contract holds facts as they are: one that a class declares although its ancestors do so, too, is taken to be
/// inherited.
///
/// ```
/// use errtax::contract::Origin;
/// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
///
/// let facts = contract.tree().facts("orders::OutOfStock");
/// let origin = |name| facts.iter().find(|fact| fact.name == name).map(|fact| fact.origin);
/// assert_eq!(origin("code"), Some(Origin::Declared));
/// assert_eq!(origin("service"), Some(Origin::Inherited("orders::OrdersError")));
/// assert_eq!(origin("fault"), Some(Origin::Status));
/// # Ok::<(), errtax::contract::FormatError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin<'a> {
    /// The class states it.
    Declared,
    /// An ancestor states it: the topmost of those that have the same value without a gap, by its identity.
    Inherited(&'a str),
    /// It follows from the status, as a fault does.
    Status,
    /// It follows from the code, as a problem type does where the root has a base for them.
    Code,
    /// Nobody says it.
    Unsaid,
}

/// In words, without the name of an ancestor.
impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Declared => "declared",
            Self::Inherited(_) => "inherited",
            Self::Status => "from the status",
            Self::Code => "from the code",
            Self::Unsaid => "not said",
        })
    }
}

/// The value, and what it means where it is a number or a word.
impl fmt::Display for Fact<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, meaning, .. } = self;
        match (value.as_deref().unwrap_or("not said"), *meaning) {
            (value, "") => f.write_str(value),
            (value, meaning) if *name == "status" => write!(f, "{value} {meaning}"),
            (_, meaning) if *name == "exposed" => f.write_str(meaning),
            (value, meaning) => write!(f, "{value}: {meaning}"),
        }
    }
}

/// How a fact is read from a class, and what its value means; nothing where the value says all.
type Reading = fn(&ClassFacts) -> Option<(String, &'static str)>;

/// What a class may inherit.
const INHERITED: [(&str, Reading); 6] = [
    ("service", |class| class.service.clone().map(|service| (service, ""))),
    ("status", |class| class.status.map(|status| (status.to_string(), reason(status)))),
    ("fault", |class| class.fault.map(|fault| (fault.to_string(), fault.meaning()))),
    ("retry", |class| class.retry.map(|retry| (retry.to_string(), retry.meaning()))),
    ("problem", |class| class.problem.clone().map(|problem| (problem, ""))),
    ("domain", |class| class.domain.clone().map(|domain| (domain, ""))),
];

impl<'a> Tree<'a> {
    /// What is known of a class, in the order in which readers look for it: its code first, whether it is exposed last.
    ///
    /// Facts that it does not have are left out, but for `retry` of a class inside of the tree: that nobody says whether
    /// to try again is worth knowing. None where the contract has no such class.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let facts = contract.tree().facts("orders::OutOfStock");
    /// let names: Vec<_> = facts.iter().map(|fact| fact.name).collect();
    /// assert_eq!(names, ["code", "service", "status", "fault", "retry"]);
    /// assert_eq!(facts[4].to_string(), "never: the same request will fail again");
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn facts(&self, id: &str) -> Vec<Fact<'a>> {
        let Some((_, class)) = self.class(id) else { return Vec::new() };
        let ancestors = self.ancestors(id);
        let inherited = INHERITED.into_iter().filter_map(|(name, read)| {
            let Some(known) = read(class) else {
                let is_missed = name == "retry" && class.kind != Kind::Outside;
                return is_missed.then_some(Fact { name, value: None, origin: Origin::Unsaid, meaning: "" });
            };
            let same = ancestors.iter().take_while(|(_, ancestor)| read(ancestor).as_ref() == Some(&known));
            let origin = same.last().map_or_else(|| own_origin(name, class), |(from, _)| Origin::Inherited(from));
            let (value, meaning) = known;
            Some(Fact { name, value: Some(value), origin, meaning })
        });
        // A code is never inherited; whether a class is exposed, neither.
        let declared = |name, value, meaning| Fact { name, value: Some(value), origin: Origin::Declared, meaning };
        let code = class.code.clone().map(|code| declared("code", code, ""));
        let shown = "its values are shown to others as they are";
        let exposed = class.exposed.then(|| declared("exposed", "yes".to_owned(), shown));
        code.into_iter().chain(inherited).chain(exposed).collect()
    }
}

/// Where a fact is from that is not inherited.
fn own_origin(name: &str, class: &ClassFacts) -> Origin<'static> {
    // What the root states as its base, and the code.
    let ends_with_the_code =
        || class.problem.as_deref().zip(class.code.as_deref()).is_some_and(|(p, c)| p.ends_with(c));
    match name {
        "fault" if class.fault.is_some() && class.status.and_then(Fault::of_status) == class.fault => Origin::Status,
        "problem" if ends_with_the_code() => Origin::Code,
        _ => Origin::Declared,
    }
}

/// What core calls a status; empty where it has no name.
fn reason(status: u16) -> &'static str {
    errtax_core::ErrorResponse::new().with_status(status).reason().unwrap_or_default()
}
