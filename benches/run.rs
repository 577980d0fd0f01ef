//! `cargo bench`: runs the package beside this file, whose peers the workspace must not depend on.

use std::process::{Command, exit};

fn main() {
    // `cargo test --all-targets` runs benchmarks, too, to see whether they still work.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let package = concat!(env!("CARGO_MANIFEST_DIR"), "/benches");
    let bench =
        Command::new(env!("CARGO")).args(["bench", "-q", "--locked", "--bench", "table"]).current_dir(package).status();
    exit(bench.ok().and_then(|status| status.code()).unwrap_or(1));
}
