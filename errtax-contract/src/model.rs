//! What a tree promises, as data: no class of a program is behind it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A tree of error classes, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// The identity of the root: a key of `classes`.
    pub root: String,
    /// Each class of the tree, and each one outside of it that is an ancestor of one inside, by its identity.
    ///
    /// The identity is the text that [`TaxonId`](errtax_core::TaxonId) is the hash of: the class's path,
    /// `module::path::Name`, or what it states as `id`.
    pub classes: BTreeMap<String, ClassFacts>,
}

/// One class of errors. What is inherited is stated like what is the class's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassFacts {
    /// The class's name as Rust spells it, `Enum::Variant` for a variant.
    pub name: String,
    /// What its values are.
    pub kind: Kind,
    /// The identity of the class it descends from; `None` where it has no parent.
    pub parent: Option<String>,
    /// The identities of the secondary ancestors that it states itself, sorted.
    pub also: Vec<String>,
    /// Its own name on the wire.
    pub code: Option<String>,
    /// The service whose errors these are.
    pub service: Option<String>,
    /// The HTTP status, 400 to 599.
    pub status: Option<u16>,
    /// Whose fault it is.
    pub fault: Option<Fault>,
    /// Whether repeating may help, as the class says it.
    pub retry: Option<Retry>,
    /// Its type of problem details (RFC 9457), a whole URI.
    pub problem: Option<String>,
    /// The domain in which its code is the reason of a gRPC error.
    pub domain: Option<String>,
    /// Whether its values are shown to others as they are.
    pub exposed: bool,
    /// Under what it is recognised besides its own code, sorted.
    pub rules: Vec<Rule>,
    /// What its values carry, sorted by place and name.
    pub members: Vec<Member>,
    /// The doc comment: Markdown, a line of it per line.
    pub docs: String,
}

impl ClassFacts {
    /// A class of which nothing more is known: no parent, no code, no facts.
    ///
    /// ```
    /// use errtax::contract::{ClassFacts, Kind};
    ///
    /// let late = ClassFacts { status: Some(503), ..ClassFacts::new("Late", Kind::Wire) };
    /// assert_eq!((late.name.as_str(), late.parent), ("Late", None));
    /// ```
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            kind,
            parent: None,
            also: Vec::new(),
            code: None,
            service: None,
            status: None,
            fault: None,
            retry: None,
            problem: None,
            domain: None,
            exposed: false,
            rules: Vec::new(),
            members: Vec::new(),
            docs: String::new(),
        }
    }
}

/// What the values of a class are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It has none: it is only an ancestor.
    Category,
    /// Built from responses.
    Wire,
    /// Made by the program itself, never from a response.
    Local,
    /// An ancestor that is no class of the tree.
    Outside,
}

/// Whose fault an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// The request was wrong.
    Client,
    /// The service failed.
    Server,
}

/// Whether repeating a request may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Retry {
    /// It will fail again.
    Never,
    /// The cause passes by itself.
    Transient,
    /// The service asked for less.
    Throttling,
}

/// One rule under which a class is recognised: everything that it states must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rule {
    /// A code (an alias of the class's own).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What a code begins with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// The service, where it is not the class's; `*` for any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The operation that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// What the message begins with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_prefix: Option<String>,
    /// The HTTP status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// How the request failed before there was an answer, as in `#[wire(transport(…))]`; `*` for any way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transport: Option<String>,
    /// It takes what no other class of its service does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub fallback: bool,
    /// Whether repeating may help, where this rule says it for itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry: Option<Retry>,
    /// The texts of the rule: the first that can be filled is shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
}

/// One value that errors of a class carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Where it stands in an answer.
    pub place: Place,
    /// Its name there; empty where the place has no names.
    pub name: String,
    /// The type, as its field spells it in Rust.
    pub r#type: String,
    /// Whether an answer may lack it.
    pub optional: bool,
    /// Whether it is written when an error is rendered.
    pub out: bool,
    /// What it may be, where that is a list of names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<Values>,
    /// A value such as it may have, as JSON: what is shown in samples.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample: Option<serde_json::Value>,
    /// The field's doc comment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub docs: String,
}

/// Where in an answer a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A member of the body.
    Member,
    /// A header.
    Header,
    /// The message.
    Message,
    /// The request's id.
    RequestId,
    /// The delay that the service asks for.
    RetryAfter,
    /// Not in the answer: noted by the caller.
    Context,
}

/// The names that a value may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// Those that are known, in the order of their declaration.
    pub known: Vec<String>,
    /// Whether others are taken too.
    pub open: bool,
}
