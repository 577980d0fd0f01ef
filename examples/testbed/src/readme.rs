//! What keeps a README true.

use std::process::Command;

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

/// Asserts that the README shows `text` as it is.
///
/// # Panics
///
/// Where it does not: prints what it should show.
pub fn shows(readme: &str, text: &str) {
    assert!(readme.contains(text.trim_end()), "README.md does not show this:\n\n{text}");
}

/// How many lines of code are in a formatted source: lines that are neither blank nor a comment, before its tests.
pub fn code_lines(source: &str) -> usize {
    let lines = source.lines().map(str::trim).take_while(|line| *line != "#[cfg(test)]");
    lines.filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}
