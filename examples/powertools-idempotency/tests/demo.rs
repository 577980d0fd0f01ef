//! The demo does what the README shows, without a server and against one.

const PROGRAM: &str = env!("CARGO_BIN_EXE_powertools-idempotency");
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

const LAYER: [&str; 7] = [
    include_str!("../src/call.rs"),
    include_str!("../src/idempotency.rs"),
    include_str!("../src/config.rs"),
    include_str!("../src/functions.rs"),
    include_str!("../src/hash.rs"),
    include_str!("../src/record.rs"),
    include_str!("../src/store.rs"),
];

/// One test, so that what writes the README does so in one place after the other.
#[test]
fn the_readme_shows_what_the_demo_prints_and_counts_the_lines_that_there_are() {
    testbed::shows(README, "## What the demo prints", &testbed::demo(PROGRAM, &[]));

    let sources: [(&str, &[&str]); 5] = [
        ("the classes", &[include_str!("../src/exceptions.rs")]),
        ("why DynamoDB fails", &[include_str!("../src/client_error.rs")]),
        ("the layer", &LAYER),
        ("the store in DynamoDB", &[include_str!("../src/dynamodb.rs")]),
        ("the store in memory", &[include_str!("../src/memory.rs")]),
    ];
    for (what, sources) in sources {
        testbed::counts(README, what, sources);
    }
}

#[test]
fn the_layer_has_at_most_four_hundred_lines() {
    let lines = LAYER.iter().flat_map(|source| source.lines()).map(str::trim);
    let count = lines.filter(|line| !line.is_empty() && !line.starts_with("//")).count();
    assert!(count <= 400, "{count}");
}

/// The same orders become the same in a table, whose errors have longer chains; then two failures that moto has, too.
#[test]
fn moto_answers_the_demo() {
    if !testbed::is_live("DynamoDB on moto") {
        return;
    }
    let live = testbed::demo(PROGRAM, &["--live"]);
    let recorded = testbed::demo(PROGRAM, &[]);
    let (orders, failures) = live.split_once("\n\n").unwrap();
    let (expected, _) = recorded.split_once("\n\n").unwrap();
    assert_eq!(orders.lines().count(), expected.lines().count(), "{live}");
    for (line, expected) in orders.lines().zip(expected.lines()) {
        assert!(line.starts_with(expected), "{line:?} does not begin with {expected:?}");
    }
    assert!(
        failures.contains("An error occurred (ResourceNotFoundException) when calling the PutItem operation"),
        "{live}"
    );
    assert!(failures.contains("IdempotencyPersistenceLayerError; status 503; retry never"), "{live}");
    assert!(failures.contains("IdempotencyPersistenceLayerError; status 503; retry transient"), "{live}");
}
