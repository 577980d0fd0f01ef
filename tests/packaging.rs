//! What the manifests promise: the minimum Rust version, one `syn`, small defaults.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Every package in a tree, as its name and its version.
fn tree(arguments: &[&str]) -> BTreeSet<(String, String)> {
    let tree = cargo(&[&["tree", "--prefix", "none", "--format", "{p}"], arguments].concat());
    let package = |line: &str| {
        let (name, version) = line.split_once(" v")?;
        Some((name.to_owned(), version.split(' ').next()?.to_owned()))
    };
    tree.lines().filter_map(package).collect()
}

/// Every package that a user of the default features builds.
fn default_dependencies() -> BTreeSet<(String, String)> {
    tree(&["-p", "errtax", "-e", "normal,build"])
}

fn metadata() -> Value {
    serde_json::from_str(&cargo(&["metadata", "--format-version", "1"])).unwrap()
}

/// The Rust that each package of the lock says it needs, as a major and a minor number.
fn rust_versions() -> BTreeMap<(String, String), Vec<u32>> {
    let version = |package: &Value| -> Option<((String, String), Vec<u32>)> {
        let version = package["rust_version"].as_str()?.split('.').take(2);
        let numbers = version.map(|number| number.parse().unwrap()).collect();
        Some(((package["name"].as_str()?.to_owned(), package["version"].as_str()?.to_owned()), numbers))
    };
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--all-features", "--format-version", "1"])).unwrap();
    metadata["packages"].as_array().unwrap().iter().filter_map(version).collect()
}

#[test]
fn the_minimum_rust_version_is_what_the_default_dependencies_need() {
    let versions = rust_versions();
    let (ours, theirs): (Vec<_>, Vec<_>) =
        default_dependencies().into_iter().partition(|(name, _)| name.starts_with("errtax"));
    let needed = theirs.iter().filter_map(|package| versions.get(package)).max().unwrap();
    assert_eq!(ours.len(), 3);
    for package in &ours {
        assert_eq!(versions.get(package), Some(needed), "{package:?}");
    }
}

/// `.ci/run` checks all others with the minimum version.
#[test]
fn a_feature_needs_a_newer_rust_only_where_its_line_and_the_readme_say_so() {
    let versions = rust_versions();
    let minimum = versions.iter().find(|((name, _), _)| name == "errtax").unwrap().1;
    let manifest = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let features = manifest.split_once("[features]\n").unwrap().1.split_once("\n[").unwrap().0;
    let (mut line_before, mut newer) = ("", Vec::new());
    for line in features.lines() {
        let Some((feature, _)) = line.split_once(" = ") else {
            line_before = line;
            continue;
        };
        let tree = ["-p", "errtax", "-e", "normal,build", "--no-default-features", "--features", feature];
        let needed = tree_of(&tree, &versions).filter(|version| version > minimum);
        let words = needed.as_ref().map(|version| format!("needs Rust {}.{}", version[0], version[1]));
        let row =
            readme.lines().find(|row| row.contains(&format!("`{feature}`")) && row.starts_with("| `")).unwrap_or("");
        for said in [line_before, row].map(str::to_ascii_lowercase) {
            match &words {
                Some(words) => assert!(said.contains(&words.to_ascii_lowercase()), "{feature}, {words}: {said}"),
                None => assert!(!said.contains("needs rust"), "{feature}: {said}"),
            }
        }
        newer.extend(needed.map(|_| feature));
        line_before = "";
    }
    assert_eq!(newer, ["aws-sdk"]);
}

/// The newest Rust that a package of a tree needs.
fn tree_of(arguments: &[&str], versions: &BTreeMap<(String, String), Vec<u32>>) -> Option<Vec<u32>> {
    tree(arguments).iter().filter_map(|package| versions.get(package)).max().cloned()
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
    assert_eq!(default_dependencies().iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), known);
}

/// Its default features would bring a second `syn` into the build of a program that asks for no attribute.
#[test]
fn tracing_brings_no_macros_of_its_own() {
    let with = |feature| tree(&["-p", "errtax", "-e", "normal,build", "--no-default-features", "--features", feature]);
    let (registry, tracing) = (with("registry"), with("tracing"));
    let brought: Vec<_> = tracing.difference(&registry).map(|(name, _)| name.as_str()).collect();
    assert_eq!(brought, ["pin-project-lite", "tracing", "tracing-core"]);
}

#[test]
fn a_contract_brings_what_reads_and_colours_it_and_no_more() {
    let with = |feature| tree(&["-p", "errtax", "-e", "normal,build", "--no-default-features", "--features", feature]);
    let (registry, contract) = (with("registry"), with("contract"));
    let brought: Vec<_> = contract.difference(&registry).map(|(name, _)| name.as_str()).collect();
    let (ours, colours) = (["errtax-contract"], ["anstream", "anstyle", "anstyle-parse", "anstyle-query"]);
    let others = ["colorchoice", "is_terminal_polyfill", "itoa", "memchr"];
    let json = ["serde", "serde_derive", "serde_json", "utf8parse", "zmij"];
    let mut known = [&ours[..], &colours, &others, &json].concat();
    known.sort_unstable();
    assert_eq!(brought, known);
}

/// What a plain `cargo build` or `cargo test` makes.
#[test]
fn the_command_is_not_built_by_default() {
    let metadata = metadata();
    let members = |key: &str| metadata[key].as_array().unwrap().iter().map(Value::to_string).collect::<BTreeSet<_>>();
    let (all, default) = (members("workspace_members"), members("workspace_default_members"));
    let left_out: Vec<_> = all.difference(&default).collect();
    assert!(left_out.len() == 1 && left_out[0].contains("errtax-cli"), "{left_out:?}");
}

/// `aws-smithy-runtime-api` and tonic are built with a second one. An optional dependency stands in Cargo.lock all the
/// same.
#[test]
fn there_is_one_syn_but_for_what_the_aws_sdk_and_tonic_bring() {
    let metadata = metadata();
    let errtax = metadata["packages"].as_array().unwrap().iter().find(|package| package["name"] == "errtax").unwrap();
    let features = errtax["features"].as_object().unwrap().keys();
    let features = features.filter(|name| !["aws-sdk", "tonic014"].contains(&name.as_str()));
    let features: Vec<String> = features.map(|name| format!("errtax/{name}")).collect();
    assert!(features.len() > 5, "{features:?}");

    let syns = |features: &str| {
        let tree = tree(&["--workspace", "-e", "normal,build,dev", "--features", features]);
        tree.into_iter().filter(|(name, _)| name == "syn").count()
    };
    assert_eq!(syns(&features.join(",")), 1);

    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    assert_eq!(lock.matches("name = \"syn\"\n").count(), syns("errtax/aws-sdk,errtax/tonic014"));
}
