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

#[test]
fn the_minimum_rust_version_is_what_the_default_dependencies_need() {
    let version = |package: &Value| -> Option<((String, String), Vec<u32>)> {
        let numbers = package["rust_version"].as_str()?.split('.').map(|number| number.parse().unwrap()).collect();
        Some(((package["name"].as_str()?.to_owned(), package["version"].as_str()?.to_owned()), numbers))
    };
    let packages: BTreeMap<_, _> = metadata()["packages"].as_array().unwrap().iter().filter_map(version).collect();
    let needs = |package: &(String, String)| packages.get(package).map(|version| version[..2].to_vec());
    let (ours, theirs): (Vec<_>, Vec<_>) =
        default_dependencies().into_iter().partition(|(name, _)| name.starts_with("errtax"));
    let needed = theirs.iter().filter_map(needs).max().unwrap();
    assert_eq!(ours.len(), 3);
    for package in &ours {
        assert_eq!(needs(package).as_ref(), Some(&needed), "{package:?}");
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
