//! Docs read on a page as they do in rustdoc, and links between classes arrive.

mod fixture;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use errtax_contract::{ClassFacts, Contract, Kind, page};

static PAGE: LazyLock<String> = LazyLock::new(|| page::render(&fixture::tables(), &BTreeMap::new()));

/// The section of a class.
fn section(anchor: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("<article id=\"{anchor}\">")).unwrap_or_else(|| panic!("no {anchor}"));
    rest.split_once("</article>").unwrap().0
}

#[test]
fn docs_keep_their_lists_tables_and_code_and_hide_what_rustdoc_hides() {
    let docs = section("TablesError");
    assert!(
        docs.contains("<pre><code>if let Err(error) = get() {\n    eprintln!(\"{error}\"); // with the request's id\n")
    );
    assert!(docs.contains("\n    #[cfg(test)]\n}\n</code></pre>"), "two # are one");
    assert!(!docs.contains("use tables::TablesError"), "{docs}");
    assert!(docs.contains("<ol>\n<li>A class is <strong>recognised</strong> by its code.</li>"));
    assert!(docs.contains("<tr><td>S3</td><td><code>5</code></td></tr>"));
}

#[test]
fn links_between_docs_lead_to_the_classes_of_the_page_and_others_are_text() {
    let docs = section("TablesError");
    assert!(docs.contains(
        "See <a href=\"https://docs.rs/errtax\">the guide</a>, <a href=\"#Throttled\"><code>Throttled</code></a>, \
         <a href=\"#Throttled\">the slow one</a>, <code>ErrorResponse</code> and a list."
    ));
    assert!(section("LockLost.Expired").contains("<a href=\"#LockLost.Taken\"><code>LockLost::Taken</code></a>"));
    assert!(section("ResourceNotFound").contains("<a href=\"#ResourceNotFound\"><code>Self</code></a>"));
}

/// A page of these classes, whose docs the first has.
fn page_of(docs: &str, ids: &[(&str, &str)]) -> String {
    let class = |(number, (id, name)): (usize, &(&str, &str))| {
        let docs = if number == 0 { docs.to_owned() } else { String::new() };
        ((*id).to_owned(), ClassFacts { docs, ..ClassFacts::new(*name, Kind::Local) })
    };
    let classes: BTreeMap<_, _> = ids.iter().enumerate().map(class).collect();
    page::render(&Contract { root: ids[0].0.to_owned(), classes }, &BTreeMap::new())
}

#[test]
fn a_path_in_docs_means_what_it_means_to_rustdoc() {
    let ids = [("c::a::A", "A"), ("c::b::B", "B"), ("d::B", "B"), ("c::b::E::V", "E::V"), ("stated", "S")];
    for (path, anchor) in [
        ("b::B", Some("id:c::b::B")),
        ("crate::b::B", Some("id:c::b::B")),
        ("c::b::E::V", Some("E.V")),
        ("c::E::V", Some("E.V")),
        ("variant@E::V", Some("E.V")),
        ("struct@A", Some("A")),
        ("Self", Some("A")),
        ("S", Some("S")),
        ("d::B", Some("id:d::B")),
        ("B", None),
        ("V", None),
        ("std::io::A", None),
        ("x::S", None),
        ("A<B>", None),
    ] {
        let page = page_of(&format!("[it]({path})"), &ids);
        let expected = anchor.map_or("<p>it</p>".to_owned(), |anchor| format!("<p><a href=\"#{anchor}\">it</a></p>"));
        assert!(page.contains(&expected), "{path}: {expected}");
    }
    let page = page_of("[`A`] [A] [`Other`] [other] [a list][0]", &ids);
    let link = "<a href=\"#A\">";
    let expected = format!("<p>{link}<code>A</code></a> {link}A</a> <code>Other</code> [other] [a list][0]</p>");
    assert!(page.contains(&expected), "{page}");
}

#[test]
fn an_anchor_leads_to_the_same_class_when_another_one_takes_its_name() {
    let one = page_of("", &[("a::A", "A"), ("b::B", "B")]);
    assert!(one.contains("<article id=\"B\">") && one.contains("<h2 id=\"id:b::B\">"));
    let two = page_of("", &[("a::A", "A"), ("b::B", "B"), ("c::B", "B")]);
    assert!(two.contains("<article id=\"id:b::B\">") && two.contains("<article id=\"id:c::B\">"));
    let list = two.split_once("<section id=\"B\">").unwrap().1;
    assert!(list.contains("<a href=\"#id:b::B\">b::B</a>") && list.contains("<a href=\"#id:c::B\">c::B</a>"));
}
