//! Crates as users write them, outside the workspace: built by their own `cargo`, linted, linked and run.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs a program in the workspace of `tests/crates`, and gives back what it printed.
fn run(command: &mut Command) -> String {
    let output = command.current_dir(crates()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{command:?}\n{printed}\n{}", String::from_utf8_lossy(&output.stderr));
    printed
}

fn cargo(command: &str, arguments: &[&str]) -> String {
    run(Command::new(env!("CARGO")).args([command, "-q", "--locked"]).args(arguments).env("CARGO_TARGET_DIR", target()))
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crates")
}

/// Under the workspace's own target folder, so that nothing is built outside it.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside")
}

#[test]
fn every_attribute_compiles_in_the_strictest_crate() {
    if Command::new(env!("CARGO")).args(["clippy", "--version"]).output().is_ok_and(|output| output.status.success()) {
        cargo("clippy", &["-p", "consumer", "--tests"]);
    } else {
        println!("skipped: clippy is not installed");
    }
    cargo("test", &["-p", "consumer"]);
}

#[test]
fn the_dependency_may_have_another_name() {
    assert_eq!(cargo("run", &["-p", "renamed"]).trim(), "child 7");
}

#[test]
fn a_host_and_its_plugin_agree_on_what_an_error_is() {
    cargo("build", &["-p", "plugin"]);
    let plugin =
        target().join("debug").join(format!("{}plugin{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX));
    let said = cargo("run", &["-p", "host", "--", plugin.to_str().unwrap()]);
    assert_eq!(said.trim(), "host and plugin agree");
}

#[test]
fn a_static_library_without_std_links_and_runs() {
    cargo("build", &["--release", "-p", "no-std"]);
    let program = target().join("no-std");
    run(Command::new("cc").arg("no-std/main.c").arg(target().join("release/libno_std.a")).arg("-o").arg(&program));
    assert_eq!(run(&mut Command::new(program)).trim(), "451");
}
