//! The demo does what the README shows, without a server and against one.

const PROGRAM: &str = env!("CARGO_BIN_EXE_identitystore");
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// One test, so that what writes the README does so in one place after the other.
#[test]
fn the_readme_shows_what_the_demo_prints_and_counts_the_lines_that_there_are() {
    testbed::shows(README, "## What the demo prints", &testbed::demo(PROGRAM, &[]));

    let classes = [include_str!("../src/exceptions.rs"), include_str!("../src/reasons.rs")];
    let sources: [(&str, &[&str]); 5] = [
        ("the seven classes, and their values", &classes),
        ("`ClientError` and its text", &[include_str!("../src/client_error.rs")]),
        ("look-up and enumeration", &[include_str!("../src/lib.rs")]),
        ("`e.response`", &[include_str!("../src/boto3_response.rs")]),
        ("failures without an answer", &[include_str!("../src/failure.rs")]),
    ];
    for (what, sources) in sources {
        testbed::counts(README, what, sources);
    }
}

/// The first three are of moto, which knows no other errors; to the last there is no connection.
#[test]
fn moto_answers_the_demo() {
    if !testbed::is_live("IdentityStore on moto") {
        return;
    }
    let live = testbed::demo(PROGRAM, &["--live"]);
    let recorded = testbed::demo(PROGRAM, &[]);
    let errors: Vec<_> = live.split("\n\n").collect();
    for (error, recorded) in errors.iter().zip(recorded.split("\n\n").skip(1)).take(3) {
        let but_for_ids = |text: &str| text.lines().take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(but_for_ids(error), but_for_ids(recorded));
        assert!(error.contains(r#""RequestId":"178936da-50ad-4d58-8871-22d9979e8658example""#), "{error}");
    }
    assert!(errors[3].contains("AwsError > BotoCoreError > ConnectionError > EndpointConnectionError"), "{live}");
    assert!(errors[3].contains("transient"), "{live}");
}
