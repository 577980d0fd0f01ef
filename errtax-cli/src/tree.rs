//! `cargo errtax tree`: every class of a tree.

use std::collections::BTreeMap;
use std::process::ExitCode;

use anstyle::Style;
use clap::ArgMatches;
use errtax_contract::{ClassFacts, Contract, Fault, Kind, Retry, shown_line};
use serde::Serialize;

use crate::failure::Failure;
use crate::output::{ASIDE, CODE, NAME, Output, STATUS};
use crate::source::Source;

/// The answer for programs: each class after its parent, siblings by name.
#[derive(Serialize)]
struct Answer<'a> {
    root: &'a str,
    classes: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    class: &'a str,
    /// How many ancestors it has within the tree.
    depth: usize,
    name: &'a str,
    kind: Kind,
    parent: Option<&'a str>,
    also: &'a [String],
    code: Option<&'a str>,
    service: Option<&'a str>,
    status: Option<u16>,
    fault: Option<Fault>,
    retry: Option<Retry>,
}

/// A class in its place.
struct Node<'a> {
    id: &'a str,
    class: &'a ClassFacts,
    /// Of each ancestor and of itself, whether it is the last child.
    lasts: Vec<bool>,
}

pub(crate) fn run(arguments: &ArgMatches, output: &mut Output) -> Result<ExitCode, Failure> {
    let file = arguments.get_one::<String>("contract").map(String::as_str).unwrap_or_default();
    let contract = Source::parse(file)?.read()?;
    let nodes = nodes(&contract);
    if output.is_json {
        output.json(&Answer { root: &contract.root, classes: nodes.iter().map(row).collect() })?;
    } else {
        output.text(&text(&contract, &nodes))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The classes in order. A stack instead of recursion: a file may nest as deep as it likes.
fn nodes(contract: &Contract) -> Vec<Node<'_>> {
    let mut children: BTreeMap<&str, Vec<(&str, &ClassFacts)>> = BTreeMap::new();
    for (id, class) in contract.classes.iter().filter(|(_, class)| class.kind != Kind::Outside) {
        if let Some(parent) = &class.parent {
            children.entry(parent).or_default().push((id, class));
        }
    }
    let root = contract.classes.get(&contract.root).map(|class| Node { id: &contract.root, class, lasts: Vec::new() });
    let mut open: Vec<Node<'_>> = root.into_iter().collect();
    let mut nodes = Vec::new();
    while let Some(node) = open.pop() {
        let mut below = children.remove(node.id).unwrap_or_default();
        below.sort_by_key(|(id, class)| (&class.name, *id));
        let child = |(index, (id, class))| {
            let lasts = node.lasts.iter().copied().chain([index == 0]).collect();
            Node { id, class, lasts }
        };
        open.extend(below.into_iter().rev().enumerate().map(child));
        nodes.push(node);
    }
    nodes
}

fn row<'a>(node: &Node<'a>) -> Row<'a> {
    let Node { id, class, lasts } = node;
    Row {
        class: id,
        depth: lasts.len(),
        name: &class.name,
        kind: class.kind,
        parent: class.parent.as_deref(),
        also: &class.also,
        code: class.code.as_deref(),
        service: class.service.as_deref(),
        status: class.status,
        fault: class.fault,
        retry: class.retry,
    }
}

fn text(contract: &Contract, nodes: &[Node<'_>]) -> String {
    let rows: Vec<[Cell; 4]> = nodes.iter().map(|node| cells(contract, node)).collect();
    let widths: [usize; 4] =
        std::array::from_fn(|column| rows.iter().map(|row| row[column].width).max().unwrap_or_default());
    let mut text = String::new();
    for row in rows {
        // Nothing stands to the right of a row's last cell.
        let last = row.iter().rposition(|cell| cell.width > 0).unwrap_or_default();
        for (column, (cell, width)) in row.into_iter().zip(widths).enumerate().take(last + 1) {
            text.push_str(&cell.styled);
            let space = if column == last { 0 } else { width - cell.width + 2 };
            text.extend(std::iter::repeat_n(' ', space));
        }
        text.push('\n');
    }
    text
}

/// What stands in one column.
struct Cell {
    styled: String,
    width: usize,
}

impl Cell {
    fn new(text: &str, style: Style) -> Self {
        let styled = if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") };
        // In characters: names of Rust are as wide as they are long, but for few.
        Self { styled, width: text.chars().count() }
    }
}

fn cells(contract: &Contract, node: &Node<'_>) -> [Cell; 4] {
    let (branch, name) = (Cell::new(&branch(&node.lasts), ASIDE), Cell::new(&shown_line(&node.class.name), NAME));
    [
        Cell { styled: branch.styled + &name.styled, width: branch.width + name.width },
        Cell::new(&shown_line(node.class.code.as_deref().unwrap_or_default()), CODE),
        Cell::new(&node.class.status.map(|status| status.to_string()).unwrap_or_default(), STATUS),
        Cell::new(&notes(contract, node.class), ASIDE),
    ]
}

/// What is said of few classes, and has no column.
fn notes(contract: &Contract, class: &ClassFacts) -> String {
    let name = |id: &String| shown_line(contract.classes.get(id).map_or(id, |class| &class.name));
    let also = class.also.iter().map(name).collect::<Vec<_>>().join(", ");
    let notes = [
        match class.retry {
            Some(Retry::Never) => Some("never retried".to_owned()),
            Some(Retry::Transient) => Some("transient".to_owned()),
            Some(Retry::Throttling) => Some("throttling".to_owned()),
            None => None,
        },
        match class.kind {
            Kind::Category => Some("category".to_owned()),
            Kind::Local => Some("local".to_owned()),
            Kind::Wire | Kind::Outside => None,
        },
        (!also.is_empty()).then(|| format!("also {also}")),
    ];
    notes.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn branch(lasts: &[bool]) -> String {
    let Some((is_last, above)) = lasts.split_last() else { return String::new() };
    let above: String = above.iter().map(|is_last| if *is_last { "    " } else { "│   " }).collect();
    above + if *is_last { "└── " } else { "├── " }
}
