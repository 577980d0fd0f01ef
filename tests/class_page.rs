//! The page of a class tells its place in the tree, and each of its links leads somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The documentation of `tests/crates/consumer`, built once.
static DOCS: LazyLock<PathBuf> = LazyLock::new(|| {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside");
    // One after the other: without dependencies cargo keeps no order, and rustdoc links to what is there already.
    for package in ["errtax-core", "errtax", "consumer"] {
        let mut command = Command::new(env!("CARGO"));
        command.args(["doc", "-q", "--locked", "--no-deps", "-p", package]);
        command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crates"));
        let output = command.env("CARGO_TARGET_DIR", &target).env("RUSTDOCFLAGS", "-D warnings").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    target.join("doc")
});

/// What stands on a class's page between its own description and the trait implementations.
fn section(page: &str) -> String {
    let html = fs::read_to_string(DOCS.join("consumer").join(page)).unwrap();
    let (_, rest) = html.split_once("id=\"implementations\"").expect("an inherent impl comes right after the fields");
    let (section, _) = rest.split_once("id=\"trait-implementations\"").unwrap();
    section.to_owned()
}

/// The rows of all tables of a section: the cells' texts, joined by `|`.
fn rows(section: &str) -> Vec<String> {
    let rows = section.split("<tr>").skip(1).map(|row| row.split_once("</tr>").unwrap().0);
    rows.map(|row| text(&row.replace("</td><td>", "|").replace("</th><th>", "|"))).collect()
}

/// HTML without its tags.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        rest = tag.split_once('>').unwrap().1;
    }
    (text + rest).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Where a section's links lead, as they are written.
fn links(section: &str) -> BTreeSet<&str> {
    section.split("href=\"").skip(1).map(|link| link.split_once('"').unwrap().0).collect()
}

/// Follows a link from a page: the file must be there, and so must the place in it.
fn resolve(page: &str, link: &str) {
    let (file, place) = link.split_once('#').unwrap_or((link, ""));
    let page_path = DOCS.join("consumer").join(page);
    let path = if file.is_empty() { page_path } else { page_path.parent().unwrap().join(file) };
    let html = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{page} links to {link}: {error}"));
    let is_source = file.contains("/src/");
    assert!(is_source || place.is_empty() || html.contains(&format!("id=\"{place}\"")), "{page}: no {link}");
}

/// Checks a page: these rows are on it, these links among others, and every link leads somewhere.
fn check(page: &str, expected: &[&str], expected_links: &[&str]) {
    let section = section(page);
    let rows = rows(&section);
    for row in expected {
        assert!(rows.iter().any(|found| found == row), "{page}: no row {row}\n{rows:#?}");
    }
    let links: BTreeSet<_> = links(&section).into_iter().filter(|link| !link.starts_with("http")).collect();
    for link in expected_links {
        assert!(links.contains(link), "{page}: no link {link}\n{links:#?}");
    }
    for link in links {
        resolve(page, link);
    }
}

#[test]
fn a_child_tells_its_parent_its_facts_and_where_each_comes_from() {
    check(
        "struct.TableNotFound.html",
        &[
            "fact|value|origin",
            "parent|OrdersError|declared",
            "lineage|… > OrdersError > TableNotFound|inherited",
            "also|NotFound|declared",
            "code|ResourceNotFoundException|declared",
            "status|404|declared",
            "fault|client|from the status",
            "service|as OrdersError says|inherited",
            "retry|as OrdersError says|inherited",
            "field|filled from|type|if it is missing",
        ],
        &["struct.OrdersError.html", "../errtax_core/category/enum.NotFound.html"],
    );
}

#[test]
fn an_enum_lists_its_own_facts_and_its_variants() {
    check(
        "enum.ShopError.html",
        &[
            "parent|NetworkError|declared",
            "service|shop|declared",
            "values|those of its variants|declared",
            "variant|code|status|retry|holds",
            "NotFound|order-not-found|404|as patience says|id: member id, also written when rendered; table: context table; \
             text: the message; response: the response itself",
            "TooMany|too-many-orders|429|throttling|0: the retry delay",
            "Closed|closed|inherited|as Self::reopens says|nothing",
            "Io|internal|500|as patience says|0: std::io::Error",
            "Orders|its own|its own|its own|TableNotFound",
            "Other|its own|its own|its own|Error: whatever no other variant takes",
        ],
        &["enum.NetworkError.html", "struct.TableNotFound.html"],
    );
}

#[test]
fn a_class_with_many_spellings_and_members_lists_them() {
    check(
        "struct.TooFast.html",
        &[
            "code|none|not said: codes are not inherited",
            "recognised by|code ThrottlingException|declared",
            "recognised by|code SlowDown, of service s3, in operation PutObject, retry transient|declared",
            "retry|throttling|declared",
        ],
        &["struct.OrdersError.html"],
    );
    check(
        "struct.LimitReached.html",
        &[
            "fault|client|declared",
            "max_items|member maxItems, also written when rendered|u32|as its type allows",
            "region|header X-Region|String|nowhere()",
            "after|the retry delay|Duration|the type’s default",
            "table|context table|Option<String>|the type’s default",
        ],
        &["struct.OrdersError.html"],
    );
}

#[test]
fn a_category_says_that_it_has_no_values() {
    check(
        "enum.NetworkError.html",
        &["parent|OrdersError|declared", "retry|transient|declared", "values|none: a category|declared"],
        &["struct.OrdersError.html"],
    );
}

#[test]
fn a_raw_name_is_linked_without_its_mark() {
    check("hygiene/raw/struct.impl.html", &["parent|struct|declared"], &["struct.struct.html"]);
}

#[test]
fn what_no_response_fills_has_no_table_of_where_it_comes_from() {
    let section = section("struct.Local.html");
    assert!(section.contains("made here, never from a response"));
    assert!(!section.contains("filled from"));
}

#[test]
fn a_root_says_that_it_is_one() {
    check(
        "struct.OrdersError.html",
        &["parent|none: a root|declared", "service|dynamodb|declared", "status|none|not said"],
        &[],
    );
}
