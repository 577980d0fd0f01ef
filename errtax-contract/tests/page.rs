//! A page tells of each class what is known, and from where.

mod fixture;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use errtax_contract::{ClassFacts, Contract, Kind, Retry, page};

static PAGE: LazyLock<String> = LazyLock::new(|| page::render(&fixture::tables(), &fixture::answers()));

/// The section of a class.
fn section(anchor: &str) -> &'static str {
    let (_, rest) = PAGE.split_once(&format!("<article id=\"{anchor}\">")).unwrap_or_else(|| panic!("no {anchor}"));
    rest.split_once("</article>").unwrap().0
}

/// What stands below a heading of a section, up to the next.
fn part(anchor: &str, heading: &str) -> &'static str {
    let heading = format!("<h3>{heading}</h3>");
    let (_, rest) = section(anchor).split_once(&heading).unwrap_or_else(|| panic!("no {heading} in {anchor}"));
    rest.split_once("<h3>").map_or(rest, |(part, _)| part)
}

/// HTML as a reader sees it: without its tags, `|` between the cells of a table.
fn text(html: &str) -> String {
    let html = html.replace("<td>", "|").replace("<td dir=\"auto\">", "|");
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    let text = parts.fold(first, |text, part| text + part.split_once('>').unwrap().1);
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2f;", "/"), ("&amp;", "&")];
    entities.into_iter().fold(text, |text, (entity, character)| text.replace(entity, character))
}

/// The rows of a table.
fn rows(html: &str) -> Vec<String> {
    html.split("<tr>").skip(1).map(|row| text(row).trim().to_owned()).collect()
}

#[test]
fn a_fact_tells_whether_it_is_declared_or_inherited_and_from_where() {
    assert_eq!(
        rows(part("Throttled", "Facts")),
        [
            "code|ThrottlingException|declared",
            "service|DynamoDB|inherited from TablesError",
            "status|429 Too Many Requests|declared",
            "fault|client: the request was wrong|from the status",
            "retry|throttling: the service asked for less|declared",
            "problem type|https://example.com/problems/ThrottlingException|from the code",
            "domain|tables.example.com|declared",
            "exposed|its values are shown to others as they are|declared",
            "also a|category::Throttled|declared",
        ]
    );
}

#[test]
fn an_inherited_fact_names_the_topmost_class_that_has_it_without_a_gap() {
    let rows = rows(part("PartitionThrottled", "Facts"));
    for row in [
        "service|DynamoDB|inherited from TablesError",
        "status|429 Too Many Requests|inherited from Throttled",
        "fault|client: the request was wrong|inherited from Throttled",
        "retry|throttling: the service asked for less|inherited from Throttled",
        "also a|category::Throttled|inherited from Throttled",
    ] {
        assert!(rows.iter().any(|found| found == row), "no {row}: {rows:#?}");
    }
    assert_eq!(rows.len(), 5, "a code is not inherited: {rows:#?}");
}

#[test]
fn a_fact_that_came_back_after_a_gap_is_declared() {
    let mut contract = fixture::tables();
    contract.classes.get_mut("tables::BurstThrottled").unwrap().retry = Some(Retry::Never);
    let page = page::render(&contract, &BTreeMap::new());
    let section = page.split_once("<article id=\"PartitionThrottled\">").unwrap().1;
    let section = section.split_once("</article>").unwrap().0;
    assert!(
        rows(section).iter().any(|row| row == "retry|throttling: the service asked for less|declared"),
        "{section}"
    );
}

#[test]
fn what_is_not_said_is_not_made_up() {
    assert_eq!(rows(part("Unknown", "Facts")), ["service|DynamoDB|inherited from TablesError", "retry|not said|"]);
}

#[test]
fn lineage_and_children_link_to_each_other() {
    let lineage = section("PartitionThrottled").split_once("<h2").unwrap().0;
    assert_eq!(
        lineage.trim(),
        "<p class=\"up\"><a href=\"#TablesError\">TablesError</a><a href=\"#Throttled\">Throttled</a>\
         <a href=\"#BurstThrottled\">BurstThrottled</a>"
    );
    let below = part("Throttled", "Classes below");
    assert!(below.contains("<a href=\"#BurstThrottled\">BurstThrottled</a><i>429</i>"), "{below}");
    assert!(below.contains("Throttled for a moment only."), "{below}");
    let also = part("id:errtax_core::category::Throttled", "Classes that are also one");
    assert!(also.contains("<a href=\"#Throttled\">Throttled</a>"), "{also}");
}

#[test]
fn members_tell_their_type_their_place_and_what_they_may_be() {
    assert_eq!(
        rows(part("Throttled", "Members"))[1..],
        [
            "Reason|Reason|body in and out|Which limit was met.\nOne of READ_CAPACITY, WRITE_CAPACITY, or another name that \
             is not known yet.",
            "Retry-After|Option<Duration> optional|the retry delay|In seconds.",
        ]
    );
    assert_eq!(
        rows(part("ResourceNotFound", "Members"))[1..],
        [
            "ResourceId|Option<String> optional|body|The name of what is missing.",
            "table|Option<String> optional|noted by the caller|The table's name, where the caller noted it.",
            "the request id|Option<String> optional|the request id|",
        ]
    );
}

#[test]
fn rules_tell_all_that_must_hold_and_what_they_say_then() {
    let rules = |anchor| -> Vec<String> {
        part(anchor, "Recognised by").split("<li>").skip(1).map(|rule| text(rule).trim().to_owned()).collect()
    };
    assert_eq!(
        rules("Throttled"),
        [
            "code ProvisionedThroughputExceededException",
            "code begins with SlowDownservice any",
            "message begins with Please reducestatus 503",
        ]
    );
    assert_eq!(
        rules("NoAnswer"),
        ["no answer for any reasonno answer from {service}", "no answer timeoutretry: transient"]
    );
    assert_eq!(
        rules("ResourceNotFound")[0],
        "code NoSuchBucketservice S3S3 bucket '{bucket}' not foundS3 bucket not found"
    );
    assert_eq!(rules("Unknown"), ["fallback what no other class takes"]);
}

#[test]
fn answers_are_shown_as_they_are_sent() {
    let answers = part("Throttled", "What an answer looks like");
    assert_eq!(answers.matches("<details>").count(), 3);
    assert!(
        text(answers).contains("HTTP/1.1 429 Too Many Requests\n\n<Error><Code>ThrottlingException</Code></Error>")
    );
    assert!(!section("Unknown").contains("What an answer looks like"));
}

#[test]
fn a_class_is_caught_by_its_value_a_category_by_what_it_is_and_a_variant_by_its_enum() {
    let catching = |anchor| text(part(anchor, "How to catch it"));
    assert!(catching("Throttled").contains("if let Some(e) = error.downcast_ref::<Throttled>() { … }"));
    assert!(catching("Throttled").contains("catch!(error => {\n    e: Throttled => …,\n    _ => …,\n})"));
    assert!(catching("NetworkError").contains("catch!(error => {\n    e is NetworkError => …,\n    _ => …,\n})"));
    assert!(!catching("NetworkError").contains("downcast_ref"));
    assert!(catching("id:errtax_core::category::NotFound").contains("error.is_a::<category::NotFound>()"));
    let variant = "if let Some(e @ LockLost::Taken { .. }) = error.downcast_ref::<LockLost>() { … }";
    assert!(catching("LockLost.Taken").contains(variant), "{}", catching("LockLost.Taken"));
    assert!(catching("LockLost").contains("error.downcast_ref::<LockLost>()"), "an enum has values");
}

#[test]
fn a_very_long_lineage_is_shown_in_part() {
    let class = |number: usize| {
        let parent = number.checked_sub(1).map(|above| format!("C{above}"));
        (format!("C{number}"), ClassFacts { parent, ..ClassFacts::new(format!("C{number}"), Kind::Local) })
    };
    let contract = Contract { root: "C0".to_owned(), classes: (0..300).map(class).collect() };
    let page = page::render(&contract, &BTreeMap::new());
    let section = page.split_once("<article id=\"C299\">").unwrap().1.split_once("<h2").unwrap().0;
    assert!(section.contains("<a href=\"#C0\">C0</a><span>287 more</span><a href=\"#C288\">C288</a>"), "{section}");
    assert!(section.contains("<a href=\"#C298\">C298</a>") && !section.contains("#C287"), "{section}");
}
