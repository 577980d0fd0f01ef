//! What is kept of an answer, or put into a response, is bounded: nobody fills the memory of a program with an error.

use std::fmt::Debug;

use errtax::ErrorResponse;
use errtax::wire::{NO_HEADERS, aws_json, sqlstate};

const KIB: usize = 1024;
const WHY: &str = "all members together were larger than 1 MiB";

#[test]
fn the_fields_of_a_database_error_share_one_mebibyte() {
    let text = "x".repeat(400 * KIB);
    let fields = ["detail", "hint", "where"].map(|name| (name, &text));
    let response = sqlstate::decode("23505", "duplicate key", fields);
    for name in ["detail", "hint"] {
        assert_eq!(response.member::<String>(name).unwrap().as_ref(), Some(&text), "{name}");
    }
    let error = response.member::<String>("where").unwrap_err();
    assert_eq!(error.to_string(), format!("member `where`: {WHY}"));
    assert_eq!((response.code(), response.message()), (Some("23505"), Some("duplicate key")));
}

#[test]
fn a_member_that_leaves_makes_room() {
    let text = || "x".repeat(700 * KIB);
    let response = ErrorResponse::new().with_member("a", text()).with_member("a", text());
    assert_eq!(response.member::<String>("a").unwrap(), Some(text()), "the same name: in its place");
    let response = response.with_member("b", text());
    assert!(response.member::<String>("b").is_err());
    assert_eq!(response.with_member("a", 1).with_member("b", text()).member::<String>("b").unwrap(), Some(text()));
}

#[test]
fn parts_count_as_much_as_a_whole() {
    let lists = vec![vec![(); 100]; 1_000];
    let small = ErrorResponse::new().with_member("lists", &lists[..10]);
    assert_eq!(small.member::<Vec<Vec<Option<u8>>>>("lists").unwrap().map(|lists| lists.len()), Some(10));
    let large = ErrorResponse::new().with_member("lists", &lists);
    assert!(large.member::<Vec<Vec<Option<u8>>>>("lists").unwrap_err().to_string().ends_with(WHY));
    let map: std::collections::BTreeMap<String, u8> = (0..40_000).map(|key| (key.to_string(), 1)).collect();
    let large = ErrorResponse::new().with_member("map", &map);
    assert!(large.member::<std::collections::BTreeMap<String, u8>>("map").unwrap_err().to_string().ends_with(WHY));
    let bytes = ErrorResponse::new().with_member("bytes", serde_bytes::ByteBuf::from(vec![0; 2 * 1024 * KIB]));
    assert!(bytes.member::<serde_bytes::ByteBuf>("bytes").is_err());
}

#[test]
fn many_members_end_somewhere() {
    let many = sqlstate::decode("23505", "m", (0..5_000).map(|n| (format!("{n}{}", "n".repeat(KIB)), n)));
    let shown = format!("{many:?}");
    assert!(shown.len() < 64 * KIB, "{}", shown.len());
    let is_known = |n: u32| many.member::<u32>(&format!("{n}{}", "n".repeat(KIB))).is_ok_and(|value| value == Some(n));
    assert!(is_known(0) && is_known(900));
    let last = many.member::<u32>(&format!("1024{}", "n".repeat(KIB)));
    assert!(last.unwrap_err().to_string().ends_with(WHY), "no room even for its name");
    assert!(many.member::<u32>("none of them").is_err(), "who knows");
    let long = "n".repeat(100 * KIB);
    let cut = ErrorResponse::new().with_member(&*long, 7);
    assert_eq!(cut.member::<u8>(&long[..64 * KIB]).unwrap(), Some(7));
}

#[test]
fn what_has_no_name_is_no_header() {
    let nameless = (0..100_000).map(|_| ("", "value")).chain([("x-amzn-requestid", "R-1")]);
    let response = aws_json::decode(400, nameless, b"");
    assert_eq!((response.header(""), response.request_id()), (None, Some("R-1")));
    assert!(!format!("{response:?}").contains("value"));
}

#[derive(Debug, thiserror::Error)]
#[error("{0:?}")]
struct Parts(Vec<u8>);

/// A foreign error that shows all it was sent.
struct Foreign(String);

impl Debug for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Foreign").field("body", &self.0).finish()
    }
}

impl std::fmt::Display for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("foreign")
    }
}

impl std::error::Error for Foreign {}

#[test]
fn a_debugger_is_shown_the_beginning_of_a_foreign_error() {
    let debug = |size: usize| {
        let response = aws_json::decode(400, NO_HEADERS, b"").with_source(Foreign("é".repeat(size)));
        (format!("{response:?}"), format!("{response:#?}"))
    };
    let (line, lines) = debug(100);
    assert!(line.contains(&format!("source: Foreign {{ body: \"{}\" }}", "é".repeat(100))), "{line}");
    assert!(
        lines.contains(&format!("    source: Foreign {{\n        body: \"{}\",\n    }}", "é".repeat(100))),
        "{lines}"
    );
    let (line, lines) = debug(1_000_000);
    for shown in [line, lines] {
        assert!(shown.len() < 2 * KIB, "{}", shown.len());
        assert!(shown.contains("éé…") && shown.contains("protocol"), "{shown}");
    }
    let response = aws_json::decode(400, NO_HEADERS, b"").with_source(Parts(vec![0; 1_000_000]));
    assert!(format!("{response:?}").len() < 2 * KIB, "many small parts");
    // What just fits is not cut.
    let just = "Foreign { body: \"\" }".len();
    let (exact, _) = debug((KIB - just) / 2);
    assert!(!exact.contains('…'), "{exact}");
}
