//! `cargo errtax tree`: every class of a tree.

use std::process::ExitCode;

use anstyle::Style;
use clap::ArgMatches;
use errtax_contract::{Fault, Kind, Line, Retry, Tree, shown_line};
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
    /// Whether classes below are its variants.
    is_enum: bool,
    parent: Option<&'a str>,
    also: &'a [String],
    code: Option<&'a str>,
    service: Option<&'a str>,
    status: Option<u16>,
    fault: Option<Fault>,
    retry: Option<Retry>,
}

pub(crate) fn run(arguments: &ArgMatches, output: &mut Output) -> Result<ExitCode, Failure> {
    let contract = Source::of(arguments)?.read()?;
    let tree = contract.tree();
    // Ancestors from outside of the tree belong to others.
    let lines: Vec<Line<'_>> = tree.outline().into_iter().filter(|line| line.class.kind != Kind::Outside).collect();
    if output.is_json {
        output.json(&Answer { root: &contract.root, classes: lines.iter().map(|line| row(&tree, line)).collect() })?;
    } else {
        output.text(&text(&tree, &lines))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn row<'a>(tree: &Tree<'a>, line: &Line<'a>) -> Row<'a> {
    let Line { id, class, depth } = *line;
    Row {
        class: id,
        depth,
        name: &class.name,
        kind: class.kind,
        is_enum: tree.is_enum(id),
        parent: class.parent.as_deref(),
        also: &class.also,
        code: class.code.as_deref(),
        service: class.service.as_deref(),
        status: class.status,
        fault: class.fault,
        retry: class.retry,
    }
}

fn text(tree: &Tree<'_>, lines: &[Line<'_>]) -> String {
    let rows: Vec<[Cell; 4]> =
        lines.iter().zip(branches(lines)).map(|(line, branch)| cells(tree, line, &branch)).collect();
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

fn cells(tree: &Tree<'_>, line: &Line<'_>, branch: &str) -> [Cell; 4] {
    let (branch, name) = (Cell::new(branch, ASIDE), Cell::new(&shown_line(&line.class.name), NAME));
    [
        Cell { styled: branch.styled + &name.styled, width: branch.width + name.width },
        Cell::new(&shown_line(line.class.code.as_deref().unwrap_or_default()), CODE),
        Cell::new(&line.class.status.map(|status| status.to_string()).unwrap_or_default(), STATUS),
        Cell::new(&notes(tree, line), ASIDE),
    ]
}

/// What is said of few classes, and has no column.
fn notes(tree: &Tree<'_>, line: &Line<'_>) -> String {
    let also = line.class.also.iter().map(|id| shown_line(&tree.name(id))).collect::<Vec<_>>().join(", ");
    let notes = [
        line.class.retry.map(|retry| format!("retry: {retry}")),
        match line.class.kind {
            Kind::Category if tree.is_enum(line.id) => Some("enum".to_owned()),
            kind @ (Kind::Category | Kind::Local) => Some(kind.to_string()),
            Kind::Wire | Kind::Outside => None,
        },
        (!also.is_empty()).then(|| format!("also {also}")),
    ];
    notes.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The lines that lead to each class from those above it.
fn branches(lines: &[Line<'_>]) -> Vec<String> {
    // From the end: at each depth, whether a sibling follows.
    let mut follows: Vec<bool> = Vec::new();
    let branch = |line: &Line<'_>| {
        follows.resize(line.depth + 1, false);
        let Some((sibling, above)) = follows.split_last_mut() else { return String::new() };
        // The root has no branch, and whatever stands beside it none either.
        let above = above.iter().skip(1).map(|follows| if *follows { "│   " } else { "    " });
        let last = match (line.depth, *sibling) {
            (0, _) => "",
            (_, true) => "├── ",
            (_, false) => "└── ",
        };
        let branch = above.chain([last]).collect();
        *sibling = true;
        branch
    };
    let mut branches: Vec<String> = lines.iter().rev().map(branch).collect();
    branches.reverse();
    branches
}
