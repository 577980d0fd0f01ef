//! What `cargo errtax diff` prints.

use expect_test::expect;

use super::{Folder, changed, orders};

#[test]
fn diff_says_what_changed_and_ends_with_1_where_that_breaks() {
    let folder = Folder::new("diff");
    folder.write("old.json", &orders()).write("new.json", &changed());
    folder.prints(&["diff", "old.json", "new.json"], 1, &expect![[r#"
        old.json → new.json
        1 breaking change, 1 minor change, 1 patch change: the next version is a major one (below 1.0, a minor one)

        breaking  OutOfStock: the status 409 is now 410
                  Programs and proxies that look at it act differently. A fault that follows the status is no change of its own.
        minor     New: is a new class
                  Nothing that held is gone.
        patch     Again: reads differently in the documentation
                  No error differs.
    "#]]);
    folder.prints(
        &["diff", "old.json", "old.json"],
        0,
        &expect![[r#"
        old.json → old.json
        no changes
    "#]],
    );
    let mut added = orders();
    added.classes.insert("orders::New".to_owned(), changed().classes["orders::New"].clone());
    folder.write("added.json", &added);
    folder.prints(
        &["diff", "old.json", "added.json"],
        0,
        &expect![[r#"
        old.json → added.json
        1 minor change: the next version is a minor one (below 1.0, a patch one)

        minor     New: is a new class
                  Nothing that held is gone.
    "#]],
    );
}

#[test]
fn diff_for_programs() {
    let folder = Folder::new("diff-json");
    folder.write("old.json", &orders()).write("new.json", &changed());
    folder.prints(&["diff", "old.json", "new.json", "--format", "json"], 1, &expect![[r#"
        {
          "old": "old.json",
          "new": "new.json",
          "verdict": "breaking",
          "step": "major",
          "step_below_1": "minor",
          "changes": [
            {
              "change": "status-changed",
              "verdict": "breaking",
              "class": "orders::OutOfStock",
              "name": "OutOfStock",
              "subject": null,
              "before": "409",
              "after": "410",
              "below": 0,
              "sentence": "the status 409 is now 410",
              "why": "Programs and proxies that look at it act differently. A fault that follows the status is no change of its own."
            },
            {
              "change": "class-added",
              "verdict": "minor",
              "class": "orders::New",
              "name": "New",
              "subject": null,
              "before": null,
              "after": null,
              "below": 0,
              "sentence": "is a new class",
              "why": "Nothing that held is gone."
            },
            {
              "change": "docs-changed",
              "verdict": "patch",
              "class": "orders::Again",
              "name": "Again",
              "subject": null,
              "before": "",
              "after": "Again.",
              "below": 0,
              "sentence": "reads differently in the documentation",
              "why": "No error differs."
            }
          ]
        }
    "#]]);
    folder.prints(
        &["--format=json", "diff", "old.json", "old.json"],
        0,
        &expect![[r#"
        {
          "old": "old.json",
          "new": "old.json",
          "verdict": null,
          "step": null,
          "step_below_1": null,
          "changes": []
        }
    "#]],
    );
}

#[test]
fn diff_reads_revisions_of_git() {
    let folder = Folder::new("git");
    std::fs::create_dir(folder.0.join("inner")).unwrap();
    folder.git(&["init", "-q"]);
    folder.write("inner/errors.json", &orders());
    folder.git(&["add", "."]);
    folder.git(&["commit", "-qm", "one"]);
    folder.git(&["tag", "v1"]);
    folder.write("inner/errors.json", &changed());
    folder.git(&["commit", "-qam", "two"]);
    folder.git(&["tag", "v2"]);
    folder.write("inner/errors.json", &orders());

    let head = |arguments: &[&str]| {
        let output = folder.run(arguments);
        let text = String::from_utf8(output.stdout).unwrap();
        (text.lines().take(2).collect::<Vec<_>>().join("; "), output.status.code())
    };
    let breaks =
        "1 breaking change, 1 minor change, 1 patch change: the next version is a major one (below 1.0, a minor one)";
    let breaks = |what: &str| (format!("{what}; {breaks}"), Some(1));
    assert_eq!(head(&["diff", "v1..v2", "inner/errors.json"]), breaks("v1:inner/errors.json → v2:inner/errors.json"));
    assert_eq!(
        head(&["diff", "v1..", "inner/errors.json"]),
        ("v1:inner/errors.json → inner/errors.json; no changes".to_owned(), Some(0))
    );
    assert_eq!(
        head(&["diff", "v1:inner/errors.json", "HEAD:inner/errors.json"]),
        breaks("v1:inner/errors.json → HEAD:inner/errors.json")
    );
    assert_eq!(head(&["tree", "--contract", "v1:inner/errors.json"]).1, Some(0));
    folder.complains(
        &["diff", "v1..v9", "inner/errors.json"],
        &expect![[r#"
        error: git has no v9:inner/errors.json: invalid object name 'v9': name a revision and a file that are there
    "#]],
    );
    folder.complains(&["diff", "v1:none.json", "inner/errors.json"], &expect![[r#"
        error: git has no v1:none.json: path 'none.json' does not exist in 'v1': name a revision and a file that are there
    "#]]);
    // What git would take for an option.
    folder.complains(
        &["diff", "--", "--help..v1", "inner/errors.json"],
        &expect![[r#"
        error: `--help` is no revision of git: write, as an example, `v1.0..v1.1`, or `v1.0..` for the file as it is now
    "#]],
    );
    folder.complains(&["diff", "--", "--batch:x", "inner/errors.json"], &expect![[r#"
        error: `--batch` is no revision of git: write, as an example, `v1.0..v1.1`, or `v1.0..` for the file as it is now
    "#]]);
    folder.complains(&["diff", "v1...v2", "inner/errors.json"], &expect![[r#"
        error: `v1...v2` is no revision of git: write, as an example, `v1.0..v1.1`, or `v1.0..` for the file as it is now
    "#]]);
}

#[test]
fn diff_reads_a_folder_that_only_old_revisions_have() {
    let folder = Folder::new("git-gone");
    std::fs::create_dir_all(folder.0.join("gone/inner")).unwrap();
    folder.git(&["init", "-q"]);
    folder.write("gone/inner/errors.json", &orders());
    folder.git(&["add", "."]);
    folder.git(&["commit", "-qm", "one"]);
    std::fs::remove_dir_all(folder.0.join("gone")).unwrap();
    let absolute = folder.0.join("gone/inner/errors.json");
    for file in ["gone/inner/errors.json", "./gone/inner/errors.json", absolute.to_str().unwrap()] {
        let output = folder.run(&["diff", "HEAD..HEAD", file]);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!((said.lines().nth(1), output.status.code()), (Some("no changes"), Some(0)), "{said}");
    }
    folder.complains(&["diff", "HEAD..HEAD", "nodir/errors.json"], &expect![[r#"
        error: git has no HEAD:nodir/errors.json: path 'nodir/errors.json' does not exist in 'HEAD': name a revision and a file that are there
    "#]]);
    folder.complains(&["diff", "HEAD..", "gone/inner/errors.json"], &expect![[r#"
        error: there is no file gone/inner/errors.json: name another one, or write it with `ERRTAX_UPDATE=1 cargo test` where a test calls `errtax::contract::check`
    "#]]);
}
