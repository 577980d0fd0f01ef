//! The tree as one page of HTML, which needs nothing but itself.
//!
//! A contract becomes what the templates show (`view`, of each class `section`), and they show it:
//! `page.html` the whole, `class.html` a class.

mod anchors;
mod docs;
mod facts;
mod outline;
mod paths;
mod policy;
mod section;
mod view;
mod wire;

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Output, State, UndefinedBehavior, escape_formatter};
use serde::Serialize;

use crate::model::Contract;
use crate::visible::visible;

/// What an answer with an error looks like in one protocol.
///
/// ```
/// use errtax::contract::page::Answer;
///
/// let answer = Answer { protocol: "RESP".to_owned(), text: "-MOVED 3999 127.0.0.1:6381\r\n".to_owned() };
/// assert_eq!(answer.protocol, "RESP");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The protocol's name, as its users write it.
    pub protocol: String,
    /// The answer as text: status line, headers and body.
    pub text: String,
}

/// Where on the page a class stands, and its name.
#[derive(Clone, Serialize)]
struct Link {
    anchor: String,
    name: String,
}

/// The page: the tree on the left, and a section per class.
///
/// It is whole by itself, also without network and without JavaScript, which adds a search by code, alias, name, status
/// and text. Titles come from the root's name; `answers` are samples by the identity of their class.
///
/// # Anchors
///
/// An anchor never leads to another class than it did before. A class has the anchor of its identity,
/// `#id:module::path::Name`, whatever else is on the page. A name has one too, `#Name` or `#Enum.Variant`: where several
/// classes of the tree have that name, it leads to a list of them. Ancestors from outside of the tree have the first alone.
///
/// # Safety of what is shown
///
/// Every text of the contract is shown as text: HTML in doc comments too. Of links in doc comments, those with `https:`,
/// `http:` and `mailto:` stay, and paths of classes on the page become links to them. Control characters, and those
/// that reorder text, are written as Rust's escapes. A Content-Security-Policy allows the page's own script and style by
/// their hashes, and nothing else.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use errtax::contract::{Contract, page};
///
/// # let mut contract = Contract::from_json(errtax::contract::SAMPLE)?;
/// let root = contract.root.clone();
/// if let Some(class) = contract.classes.get_mut(&root) {
///     class.docs = "What the shop answers. <script>alert(1)</script>".to_owned();
/// }
/// let html = page::render(&contract, &BTreeMap::new());
/// assert!(html.contains("<title>OrdersError</title>"));
/// assert!(html.contains("<article id=\"OrdersError\">"));
/// assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
/// # Ok::<(), errtax::contract::FormatError>(())
/// ```
pub fn render(contract: &Contract, answers: &BTreeMap<String, Vec<Answer>>) -> String {
    // The templates are part of this crate, and `tests/page.rs` renders every branch of them: only a mistake in them
    // fails, and the page then says so.
    fill(&view::Page::new(contract, answers)).unwrap_or_else(|error| format!("<!doctype html><title>{error}</title>"))
}

fn fill(page: &view::Page<'_>) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(format);
    environment.add_template("page.html", include_str!("page/page.html"))?;
    environment.add_template("class.html", include_str!("page/class.html"))?;
    environment.get_template("page.html")?.render(Serde(page))
}

/// Writes a value into the page: markup of our own as it is, any other text escaped, and with nothing hidden in it.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => escape_formatter(out, state, &Value::from(visible(text).as_ref())),
        _ => escape_formatter(out, state, value),
    }
}
