//! The demo does what the README shows, without a server and against one.

const PROGRAM: &str = env!("CARGO_BIN_EXE_pydynox");
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// One test, so that what writes the README does so in one place after the other.
#[test]
fn the_readme_shows_what_the_demo_prints_and_counts_the_lines_that_there_are() {
    testbed::shows(README, "## What the demo prints", &testbed::demo(PROGRAM, &[]));

    let sources: [(&str, &[&str]); 7] = [
        (
            "classes, codes and texts of the services",
            &[
                include_str!("../src/exceptions.rs"),
                include_str!("../src/connection.rs"),
                include_str!("../src/request.rs"),
            ],
        ),
        ("errors that are found on this side", &[include_str!("../src/client_side.rs")]),
        (
            "what is looked at before a request is sent",
            &[
                include_str!("../src/envelope.rs"),
                include_str!("../src/request_token.rs"),
                include_str!("../src/py_value.rs"),
            ],
        ),
        (
            "locks, and waiting for a table",
            &[include_str!("../src/lock.rs"), include_str!("../src/lock_table.rs"), include_str!("../src/waiting.rs")],
        ),
        ("what the caller notes", &[include_str!("../src/calls.rs")]),
        ("why a transaction was cancelled, and whether to try again", &[include_str!("../src/transaction.rs")]),
        ("items of a table", &[include_str!("../src/item.rs")]),
    ];
    for (what, sources) in sources {
        testbed::counts(README, what, sources);
    }
}

/// Each line that the demo prints of moto, up to what moto words in its own way.
#[test]
fn moto_answers_the_demo() {
    if !testbed::is_live("DynamoDB, S3 and KMS on moto") {
        return;
    }
    let printed = testbed::demo(PROGRAM, &["--live"]);
    let mut lines = printed.lines().filter(|line| !line.starts_with(' '));
    let expected = [
        "safe_get_item      table does not exist",
        "create_table       Table 'users' already exists",
        "safe_get_item      USER#1 is not there",
        "safe_get_item      something went wrong: ",
        "update_if_exists   USER#1 does not exist, cannot update",
        "prevent_overwrite  USER#1 is created",
        r#"prevent_overwrite  already there: {"pk":"USER#1","version":1}"#,
        "optimistic_lock    updated to version 2",
        r#"optimistic_lock    version conflict, current item: {"pk":"USER#1","version":2}"#,
        "save_with_retry    saved",
        "both_or_none       do not try again: USER#3: None, USER#2: ConditionalCheckFailed",
        "check_at_start     DynamoDB is there",
        "check_at_start     start DynamoDB Local first: Connection failed to DynamoDB (I/O error).",
        "check_at_start     start DynamoDB Local first: Connection failed to DynamoDB (I/O error).",
        "check_at_start     fix your credentials: No AWS credentials found.",
        "data_key           nothing is encrypted: KMS key not found. Check the key ID or alias.",
        "attachment         S3 bucket 'photos' not found",
        "attachment         S3 object 'photos/1.png' not found",
    ];
    for expected in expected {
        let line = lines.next().unwrap_or_default();
        assert!(line.starts_with(expected), "{line:?} does not begin with {expected:?}:\n{printed}");
    }
    assert_eq!(lines.next(), None, "{printed}");
}
