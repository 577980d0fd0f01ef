//! What the manifests promise: the minimum Rust version, one `syn`, small defaults.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Names of all packages that a user of the default features builds.
fn default_dependencies() -> BTreeSet<String> {
    let tree = cargo(&["tree", "-p", "errtax", "-e", "normal,build", "--prefix", "none", "--format", "{p}"]);
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn the_minimum_rust_version_is_what_the_default_dependencies_need() {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1"])).unwrap();
    let version = |package: &Value| -> Option<(String, Vec<u32>)> {
        let numbers = package["rust_version"].as_str()?.split('.').map(|number| number.parse().unwrap()).collect();
        Some((package["name"].as_str()?.to_owned(), numbers))
    };
    let packages: BTreeMap<_, _> = metadata["packages"].as_array().unwrap().iter().filter_map(version).collect();
    let needs = |name: &String| packages.get(name).map(|version| version[..2].to_vec());
    let (ours, theirs): (Vec<_>, Vec<_>) =
        default_dependencies().into_iter().partition(|name| name.starts_with("errtax"));
    let needed = theirs.iter().filter_map(needs).max().unwrap();
    assert_eq!(ours.len(), 3);
    for package in &ours {
        assert_eq!(needs(package).as_ref(), Some(&needed), "{package}");
    }
}

#[test]
fn the_default_dependencies_are_few_and_known() {
    let known = [
        "darling",
        "darling_core",
        "darling_macro",
        "errtax",
        "errtax-core",
        "errtax-macros",
        "httpdate",
        "ident_case",
        "inventory",
        "proc-macro2",
        "quote",
        "serde_core",
        "strsim",
        "syn",
        "thiserror",
        "thiserror-impl",
        "unicode-ident",
    ];
    assert_eq!(default_dependencies().iter().map(String::as_str).collect::<Vec<_>>(), known);
}

#[test]
fn there_is_one_syn_in_the_tree() {
    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    assert_eq!(lock.matches("name = \"syn\"\n").count(), 1);
}
