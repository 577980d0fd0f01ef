//! What keeps a README true. With `UPDATE_EXPECT=1`, it is written instead.

use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// What a demo program prints.
///
/// # Panics
///
/// Where the program cannot be run, or fails.
pub fn demo(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Asserts that the first block of `text` below that heading of the README is `text`.
///
/// # Panics
///
/// Where it is not, or there is no such block.
pub fn shows(readme: impl AsRef<Path>, heading: &str, text: &str) {
    holds(readme.as_ref(), heading, text.trim_end(), |readme| {
        let start = readme.find(&format!("\n{heading}\n"))?;
        let start = start + readme[start..].find("\n```text\n")? + "\n```text\n".len();
        Some(start..start + readme[start..].find("\n```")?)
    });
}

/// Asserts that the row of a table of the README that begins with `what` ends with how many lines of code are in these
/// sources.
///
/// # Panics
///
/// Where it does not, or there is no such row.
pub fn counts(readme: impl AsRef<Path>, what: &str, sources: &[&str]) {
    let count = sources.iter().flat_map(|source| code(source)).count();
    holds(readme.as_ref(), what, &count.to_string(), |readme| {
        let start = readme.find(&format!("\n| {what} |"))? + 1;
        let end = start + readme[start..].find(" |\n")?;
        Some(start + readme[start..end].rfind("| ")? + 2..end)
    });
}

/// The lines of code of a formatted source: those that are neither blank nor a comment, before its tests.
pub fn code(source: &str) -> impl Iterator<Item = &str> {
    let lines = source.lines().map(str::trim).take_while(|line| *line != "#[cfg(test)]");
    lines.filter(|line| !line.is_empty() && !line.starts_with("//"))
}

fn holds(readme: &Path, what: &str, text: &str, place: impl Fn(&str) -> Option<Range<usize>>) {
    let whole = fs::read_to_string(readme).unwrap_or_else(|error| panic!("{}: {error}", readme.display()));
    let place = place(&whole).unwrap_or_else(|| panic!("{} has no place for {what}", readme.display()));
    if env::var_os("UPDATE_EXPECT").is_none() {
        assert_eq!(whole[place], *text, "{what} in {}: UPDATE_EXPECT=1 writes it anew", readme.display());
        return;
    }
    let written = [&whole[..place.start], text, &whole[place.end..]].concat();
    fs::write(readme, written).unwrap_or_else(|error| panic!("{}: {error}", readme.display()));
}
