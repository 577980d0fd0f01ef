//! What `cargo errtax tree` prints.

use expect_test::expect;

use super::{Folder, orders};

#[test]
fn tree_shows_every_class() {
    let folder = Folder::new("tree");
    folder.write("errors.json", &orders());
    folder.prints(
        &["tree"],
        0,
        &expect![[r#"
            OrdersError
            ├── NetworkError                       category
            │   └── Again         OutOfStock
            ├── OutOfStock        OutOfStock  409  retry: never, also category::Conflict
            └── Refusal::Refused  Refused          local
        "#]],
    );
    let other = folder.write("other.json", &orders()).run(&["tree", "other.json"]);
    assert_eq!(other.stdout, folder.run(&["tree", "--contract", "other.json"]).stdout);
    assert!(other.status.success());
    let coloured = String::from_utf8(folder.run(&["tree", "--color", "always"]).stdout).unwrap();
    assert!(coloured.contains("\u{1b}[1mOutOfStock\u{1b}[0m"), "{coloured:?}");
    let json = String::from_utf8(folder.run(&["tree", "--format", "json"]).stdout).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&json).unwrap();
    let lines: Vec<String> = answer["classes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|class| format!("{} {} {}", class["depth"], class["name"], class["status"]))
        .collect();
    assert_eq!(
        lines,
        [
            "0 \"OrdersError\" null",
            "1 \"NetworkError\" null",
            "2 \"Again\" null",
            "1 \"OutOfStock\" 409",
            "1 \"Refusal::Refused\" null",
        ]
    );
}
