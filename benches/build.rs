//! Writes the classes that are measured: their declarations would fill a hundred pages.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

const KINDS: [&str; 8] =
    ["NotFound", "Conflict", "Denied", "InvalidInput", "AlreadyExists", "Timeout", "Internal", "Unavailable"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=codes.txt");
    let list = fs::read_to_string("codes.txt").unwrap();
    let codes: Vec<&str> = list.lines().collect();
    assert_eq!(codes.len(), 400);
    let out = env::var_os("OUT_DIR").unwrap();
    let write = |name: &str, text: String| fs::write(Path::new(&out).join(name), text).unwrap();
    write("classes.rs", classes(&codes));
    write("peers.rs", peers(&codes));
    write("few.rs", tree("Few", &codes[..10], 1));
    let many = many(&codes);
    write("many.rs", tree("Many", &many.iter().map(String::as_str).collect::<Vec<_>>(), 16));
    write("deep.rs", deep(64));
}

/// One class a code under four groups, half of them with a category, and a class for each of the other layers.
fn classes(codes: &[&str]) -> String {
    let mut text = root("Root", "service = \"dynamodb\"");
    for group in 0..4 {
        class(&mut text, &format!("Group{group}"), "parent = Root, status = 400", "");
    }
    for (i, code) in codes.iter().enumerate() {
        let also = if i % 2 == 0 { format!(", also(errtax::category::{})", KINDS[i / 2 % 8]) } else { String::new() };
        class(&mut text, code, &format!("parent = Group{}, code = {code:?}{also}", i % 4), "");
    }
    for (i, code) in codes.iter().step_by(20).enumerate() {
        let rule = format!("#[wire(code = {code:?}, message_prefix = \"special {i}\")]");
        class(&mut text, &format!("Special{i}"), "parent = Root", &rule);
    }
    for (i, prefix) in ["Throttl", "Invalid", "KMS", "Resource", "Table", "Internal"].iter().enumerate() {
        class(&mut text, &format!("Prefix{i}"), "parent = Root", &format!("#[wire(code = \"{prefix}*\")]"));
    }
    class(&mut text, "Late", "parent = Root", "#[wire(transport(timeout))]");
    class(&mut text, "Away", "parent = Root", "#[wire(transport)]");
    class(&mut text, "Worded", "parent = Root", "#[wire(code = \"Valid*\", message_prefix = \"rate exceeded\")]");
    class(&mut text, "Other", "parent = Root", "#[wire(fallback)]");
    writeln!(text, "pub static TAXA: [&errtax::Taxon; 400] = [{}];", list(codes, |code| format!("{code}::TAXON")))
        .unwrap();
    let boxed = |kind: &str| list(codes, |code| format!("Box::new({code}) as Box<dyn {kind}>"));
    writeln!(
        text,
        "pub fn values() -> Vec<Box<dyn errtax::ServiceError>> {{ vec![{}] }}",
        boxed("errtax::ServiceError")
    )
    .unwrap();
    writeln!(text, "pub fn errors() -> Vec<Box<dyn std::error::Error>> {{ vec![{}] }}", boxed("std::error::Error"))
        .unwrap();
    text
}

/// The hand-written `match`, and the perfect hash table.
fn peers(codes: &[&str]) -> String {
    let mut text = String::from("pub fn by_match(code: &str) -> Option<&'static errtax::Taxon> { Some(match code {\n");
    for code in codes {
        writeln!(text, "{code:?} => classes::{code}::TAXON,").unwrap();
    }
    text.push_str("_ => return None }) }\npub static PHF: phf::Map<&'static str, u16> = phf::phf_map! {\n");
    for (i, code) in codes.iter().enumerate() {
        writeln!(text, "{code:?} => {i},").unwrap();
    }
    text.push_str("};\n");
    text
}

/// A tree of its own over `codes`, so many to a class.
fn tree(root_name: &str, codes: &[&str], to_a_class: usize) -> String {
    let mut text = root(root_name, "service = \"dynamodb\"");
    for (i, chunk) in codes.chunks(to_a_class).enumerate() {
        let rule = format!("#[wire(code({}))]", list(chunk, |code| format!("{code:?}")));
        class(&mut text, &format!("C{i}"), &format!("parent = {root_name}"), &rule);
    }
    writeln!(text, "pub static CODES: &[&str] = &[{}];", list(codes, |code| format!("{code:?}"))).unwrap();
    text
}

/// As many codes as all AWS services together have, made of the 400.
fn many(codes: &[&str]) -> Vec<String> {
    let services = [
        "",
        "Lambda",
        "Glue",
        "Batch",
        "Kinesis",
        "Redshift",
        "Athena",
        "Macie",
        "Chime",
        "Connect",
        "Device",
        "Event",
        "Forecast",
        "Health",
        "Inspector",
    ];
    let all = services.iter().flat_map(|service| codes.iter().map(move |code| format!("{service}{code}")));
    all.take(5848).collect()
}

fn deep(depth: usize) -> String {
    let mut text = root("D0", "service = \"deep\"");
    for i in 1..=depth {
        class(&mut text, &format!("D{i}"), &format!("parent = D{}", i - 1), "");
    }
    text
}

fn root(name: &str, facts: &str) -> String {
    let mut text = String::new();
    class(&mut text, name, facts, "");
    text
}

fn class(text: &mut String, name: &str, facts: &str, rule: &str) {
    writeln!(text, "#[derive(Debug, thiserror::Error, errtax::ServiceError)] #[error(\"{name}\")]").unwrap();
    writeln!(text, "#[service_error({facts})] {rule} pub struct {name};").unwrap();
}

fn list(items: &[&str], mut each: impl FnMut(&str) -> String) -> String {
    items.iter().map(|item| each(item)).collect::<Vec<_>>().join(", ")
}
