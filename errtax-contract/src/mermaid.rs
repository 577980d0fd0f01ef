//! The tree as a flowchart in the language of [Mermaid](https://mermaid.js.org/syntax/flowchart.html).
//!
//! Not a class diagram: a flowchart from left to right draws a wide tree without empty compartments, and its labels take
//! any text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{ClassFacts, Contract, Kind};
use crate::visible::visible;

impl Contract {
    /// The tree as a Mermaid flowchart, for a README or a design document.
    ///
    /// Each class is a node with its name, its code, its status and its retry advice. A solid arrow leads from a class to
    /// one below it, a dashed one from a class to a secondary ancestor that it states. Categories are stadiums, local
    /// classes have double sides, classes outside of the tree have round corners and dashed borders.
    ///
    /// Every character of a text that Mermaid could read as its own is written as an
    /// [entity code](https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters). Mermaid refuses
    /// texts of more than 50,000 characters and more than 500 arrows, unless its configuration (`maxTextSize`,
    /// `maxEdges`) allows more.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// assert_eq!(
    ///     contract.to_mermaid(),
    ///     "flowchart LR\n\
    ///      \x20   c0[\"OrdersError\"]\n\
    ///      \x20   c1[\"OutOfStock<br>OutOfStock<br>409 #183; retry#58; never\"]\n\
    ///      \x20   c2(\"Conflict<br>ABORTED<br>409\"):::outside\n\
    ///      \x20   c0 --> c1\n\
    ///      \x20   c1 -.-> c2\n\
    ///      \x20   classDef outside stroke-dasharray:4 3\n"
    /// );
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn to_mermaid(&self) -> String {
        let outline = self.tree().outline();
        let numbers: BTreeMap<&str, usize> = outline.iter().enumerate().map(|(i, line)| (line.id, i)).collect();
        let mut chart = String::from("flowchart LR\n");
        // Writing to a string does not fail.
        for (number, line) in outline.iter().enumerate() {
            let (open, close) = shape(line.class.kind);
            let _ = writeln!(chart, "    c{number}{open}\"{}\"{close}", label(line.class));
        }
        for (number, line) in outline.iter().enumerate() {
            if let Some(parent) = line.class.parent.as_deref().and_then(|parent| numbers.get(parent)) {
                let _ = writeln!(chart, "    c{parent} --> c{number}");
            }
            for also in line.class.also.iter().filter_map(|also| numbers.get(also.as_str())) {
                let _ = writeln!(chart, "    c{number} -.-> c{also}");
            }
        }
        if outline.iter().any(|line| line.class.kind == Kind::Outside) {
            chart += "    classDef outside stroke-dasharray:4 3\n";
        }
        chart
    }
}

const fn shape(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Category => ("([", "])"),
        Kind::Wire => ("[", "]"),
        Kind::Local => ("[[", "]]"),
        Kind::Outside => ("(", "):::outside"),
    }
}

/// Name, code, and what a caller does by: a line each.
fn label(class: &ClassFacts) -> String {
    let status = class.status.map(|status| status.to_string());
    let retry = class.retry.map(|retry| format!("retry: {retry}"));
    let advice = [status, retry].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let code = class.code.as_deref().unwrap_or_default();
    // Mermaid refuses a label without a character.
    let name = if class.name.is_empty() { "\u{a0}" } else { class.name.as_str() };
    let lines = [name, code, &advice].into_iter().filter(|line| !line.is_empty());
    lines.map(escape).collect::<Vec<_>>().join("<br>")
}

/// Letters and digits of any script as they are; whatever else Mermaid, Markdown or HTML could read as a sign of theirs as
/// an entity code.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in visible(text).chars() {
        if character.is_alphanumeric() || matches!(character, ' ' | '_') {
            escaped.push(character);
        } else {
            let _ = write!(escaped, "#{};", u32::from(character));
        }
    }
    escaped
}
