//! The tree as nested lists, whose markup is written by lines: no template needs to call itself.

use serde::Serialize;

use super::Link;
use super::anchors::Anchors;
use crate::model::Kind;
use crate::tree::{Line, Tree};

/// A line of the tree, and what it opens and closes.
#[derive(Serialize)]
pub(super) struct Row {
    link: Link,
    status: Option<u16>,
    is_category: bool,
    /// Where classes stand below it: how their list is opened, which says whether they are shown at first.
    list: Option<&'static str>,
    /// How many lists end after it.
    closes: Vec<()>,
    /// The heading of what is no part of the root's tree, before its first line.
    is_first_outside: bool,
}

/// How many lines are shown at first: as many levels are open as fit.
const SHOWN: usize = 200;

/// The tree, line by line.
pub(super) fn outline(tree: &Tree<'_>, lines: &[Line<'_>], anchors: &Anchors<'_>) -> Vec<Row> {
    let open = open_levels(lines);
    let next_depths = lines.iter().skip(1).map(|line| line.depth).chain([0]);
    let outside = lines.iter().skip(1).position(|line| line.depth == 0).map(|at| at + 1);
    let row = |(number, (line, next)): (usize, (&Line<'_>, usize))| Row {
        link: Link { anchor: anchors.of(line.id), name: tree.name(line.id) },
        status: line.class.status,
        is_category: matches!(line.class.kind, Kind::Category | Kind::Outside),
        list: (next > line.depth).then_some(if line.depth < open { "open" } else { "" }),
        closes: vec![(); line.depth.saturating_sub(next)],
        is_first_outside: outside == Some(number),
    };
    lines.iter().zip(next_depths).enumerate().map(row).collect()
}

/// How many levels have their children shown.
fn open_levels(lines: &[Line<'_>]) -> usize {
    let mut at_depth = Vec::new();
    for line in lines {
        if at_depth.len() <= line.depth {
            at_depth.resize(line.depth + 1, 0);
        }
        at_depth[line.depth] += 1;
    }
    let mut shown = 0;
    let fits = |count: &&usize| {
        shown += **count;
        shown <= SHOWN
    };
    // The root's children are shown, however many they are.
    at_depth.iter().take_while(fits).count().saturating_sub(1).max(1)
}
