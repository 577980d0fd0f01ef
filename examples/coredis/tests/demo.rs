//! The demo does what the README shows, without a server and against some.

const PROGRAM: &str = env!("CARGO_BIN_EXE_coredis");
const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// One test, so that what writes the README does so in one place after the other.
#[test]
fn the_readme_shows_what_the_demo_prints_and_counts_the_lines_that_there_are() {
    testbed::shows(README, "## What the demo prints", &testbed::demo(PROGRAM, &[]));

    let classes = [
        include_str!("../src/errors.rs"),
        include_str!("../src/errors/cluster.rs"),
        include_str!("../src/errors/connection.rs"),
        include_str!("../src/errors/integers.rs"),
        include_str!("../src/errors/lock.rs"),
        include_str!("../src/errors/reply.rs"),
        include_str!("../src/errors/sentinel.rs"),
        include_str!("../src/errors/stream.rs"),
        include_str!("../src/errors/usage.rs"),
    ];
    let sources: [(&str, &[&str]); 3] = [
        ("the 51 classes, the table of codes, the parsing of redirections", &classes),
        ("a command through a cluster", &[include_str!("../src/cluster.rs")]),
        ("trying again, by class", &[include_str!("../src/retry.rs")]),
    ];
    for (what, sources) in sources {
        testbed::counts(README, what, sources);
    }
}

#[test]
fn redis_answers_the_demo() {
    if !testbed::is_live("the demo on Redis") {
        return;
    }
    let live = testbed::demo(PROGRAM, &["--live"]);
    let classes = [
        "RedisError > ConnectionError > NetworkError",
        "RedisError > ResponseError > WrongTypeError",
        "RedisError > ResponseError > UnknownCommandError",
        "RedisError > ResponseError > NoScriptError",
        "RedisError > ResponseError > AuthenticationError > AuthenticationFailureError",
        "RedisError > ResponseError > AskError > MovedError, also RedisClusterError",
        "RedisError > ResponseError > ClusterCrossSlotError, also RedisClusterError",
        "Command # 2 (LPUSH text 3) of pipeline caused error: ",
        "GET foo: bulk-string('\"there\"')",
    ];
    for class in classes {
        assert!(live.contains(class), "{class} is not in\n{live}");
    }
}
