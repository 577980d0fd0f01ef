//! The demo prints what the README shows.

const PROGRAM: &str = env!("CARGO_BIN_EXE_devopsagent");
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// One test, so that what writes the README does so in one place after the other.
#[test]
fn the_readme_shows_what_the_demo_prints_and_counts_the_lines_that_there_are() {
    testbed::shows(README, "## What the demo prints", &testbed::demo(PROGRAM, &[]));

    let classes = [
        include_str!("../src/client_error.rs"),
        include_str!("../src/exceptions.rs"),
        include_str!("../src/network.rs"),
        include_str!("../src/raised_here.rs"),
    ];
    let sources: [(&str, &[&str]); 5] = [
        ("the 18 classes, their codes, statuses and texts", &classes),
        ("`handle_client_error`", &[include_str!("../src/handle.rs")]),
        ("the four classes and attributes of the documentation", &[include_str!("../src/documented.rs")]),
        ("the ten errors of the official service", &[include_str!("../src/official.rs")]),
        ("the four errors of the client's model of its service", &[include_str!("../src/community.rs")]),
    ];
    for (what, sources) in sources {
        testbed::counts(README, what, sources);
    }
}
