//! Two contracts as large as all errors of AWS together are compared in well under a second.

mod trees;

use std::time::{Duration, Instant};

use errtax_contract::{ClassFacts, Contract, Kind};

use self::trees::{alias, bare, member};

/// As many as AWS models.
const CLASSES: usize = 5_846;

/// A root, a class for each of 400 services, and their errors below. `changed` of a hundred differ.
fn tree(changed: usize) -> Contract {
    let mut classes = std::collections::BTreeMap::new();
    classes.insert("category::Busy".to_owned(), ClassFacts { kind: Kind::Outside, ..bare("Busy", None) });
    classes.insert("aws::AwsError".to_owned(), bare("AwsError", None));
    for service in 0..400 {
        let class =
            ClassFacts { service: Some(format!("s{service}")), ..bare(&format!("S{service}"), Some("aws::AwsError")) };
        classes.insert(format!("aws::s{service}::Base"), class);
    }
    for index in 0..CLASSES - 401 {
        let (service, differs) = (index % 400, index % 100 < changed);
        // A tenth of those that differ have another identity, too.
        let module = if differs && index % 10 == 0 { "moved" } else { "error" };
        let class = ClassFacts {
            service: Some(format!("s{service}")),
            also: vec!["category::Busy".to_owned()],
            code: Some(format!("Code{index}")),
            status: Some(if differs { 404 } else { 400 }),
            rules: (0..3).map(|rule| alias(&format!("Alias{index}x{rule}"))).collect(),
            members: (0..4).map(|at| member(&format!("m{at}"), if differs { "u8" } else { "String" }, true)).collect(),
            docs: "What went wrong, at some length, as a service would say it of one of its errors. ".repeat(3),
            ..bare(&format!("E{index}"), Some(&format!("aws::s{service}::Base")))
        };
        classes.insert(format!("aws::s{service}::{module}::E{index}"), class);
    }
    Contract { root: "aws::AwsError".to_owned(), classes }
}

#[test]
fn large_contracts_are_read_and_compared_within_a_second() {
    let (old, new) = (tree(0).to_json(), tree(100).to_json());
    let reading = Instant::now();
    let (old, new) = (Contract::from_json(&old).unwrap(), Contract::from_json(&new).unwrap());
    let read = reading.elapsed();
    let comparing = Instant::now();
    let changes = old.changes_to(&new);
    let compared = comparing.elapsed();
    println!("{} changes: read in {read:?}, compared in {compared:?}", changes.len());
    assert_eq!(old.classes.len(), CLASSES + 1);
    assert!(changes.len() > 4 * 5_000, "{}", changes.len());
    // A build for debugging is some twenty times as slow.
    let limit = if cfg!(debug_assertions) { 40 } else { 1 };
    assert!(read + compared < Duration::from_secs(limit), "{read:?}, {compared:?}");
}
