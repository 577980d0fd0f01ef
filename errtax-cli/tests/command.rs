//! What `cargo errtax` prints, and with which code it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use errtax_contract::{Class, Contract, Kind, SAMPLE, Values};
use expect_test::{Expect, expect};

/// A folder of its own, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, contract: &Contract) -> &Self {
        std::fs::write(self.0.join(name), contract.to_json()).unwrap();
        self
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-errtax"));
        command.arg("errtax").args(arguments).current_dir(&self.0).stdin(Stdio::null()).output().unwrap()
    }

    /// The standard output of a command that ends with `code`, and says nothing else.
    #[track_caller]
    fn prints(&self, arguments: &[&str], code: i32, expected: &Expect) {
        let output = self.run(arguments);
        expected.assert_eq(&String::from_utf8(output.stdout).unwrap());
        assert_eq!((String::from_utf8(output.stderr).unwrap().as_str(), output.status.code()), ("", Some(code)));
    }

    /// The complaint of a command that ends with code 2.
    #[track_caller]
    fn complains(&self, arguments: &[&str], expected: &Expect) {
        let output = self.run(arguments);
        expected.assert_eq(&String::from_utf8(output.stderr).unwrap());
        assert_eq!((String::from_utf8(output.stdout).unwrap().as_str(), output.status.code()), ("", Some(2)));
    }

    fn git(&self, arguments: &[&str]) {
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=trunk"];
        let output = Command::new("git").args(who).args(arguments).current_dir(&self.0).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn orders() -> Contract {
    let mut contract = Contract::from_json(SAMPLE).unwrap();
    let base = contract.classes["orders::OrdersError"].clone();
    let below = |name: &str, kind| Class {
        name: name.to_owned(),
        kind,
        parent: Some(contract.root.clone()),
        rules: vec![],
        docs: String::new(),
        ..base.clone()
    };
    let network = below("NetworkError", Kind::Category);
    let refused = Class { code: Some("Refused".to_owned()), ..below("Refusal::Refused", Kind::Local) };
    let again = Class {
        code: Some("OutOfStock".to_owned()),
        parent: Some("orders::NetworkError".to_owned()),
        ..below("Again", Kind::Wire)
    };
    contract.classes.insert("orders::NetworkError".to_owned(), network);
    contract.classes.insert("orders::Refusal::Refused".to_owned(), refused);
    contract.classes.insert("orders::Again".to_owned(), again);
    let member = &mut contract.classes.get_mut("orders::OutOfStock").unwrap().members[0];
    member.docs = "What is gone.".to_owned();
    member.values = Some(Values { known: vec!["A-7".to_owned(), "A-8".to_owned()], open: true });
    contract
}

/// With a breaking change, an addition, and another text.
fn changed() -> Contract {
    let mut contract = orders();
    contract.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    contract.classes.get_mut("orders::Again").unwrap().docs = "Again.".to_owned();
    let new = Class { name: "New".to_owned(), ..contract.classes["orders::NetworkError"].clone() };
    contract.classes.insert("orders::New".to_owned(), new);
    contract
}

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
    folder.prints(&["diff", "old.json", "old.json"], 0, &expect![[r#"
        old.json → old.json
        no changes
    "#]]);
    let mut added = orders();
    added.classes.insert("orders::New".to_owned(), changed().classes["orders::New"].clone());
    folder.write("added.json", &added);
    folder.prints(&["diff", "old.json", "added.json"], 0, &expect![[r#"
        old.json → added.json
        1 minor change: the next version is a minor one (below 1.0, a patch one)

        minor     New: is a new class
                  Nothing that held is gone.
    "#]]);
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
    folder.prints(&["--format=json", "diff", "old.json", "old.json"], 0, &expect![[r#"
        {
          "old": "old.json",
          "new": "old.json",
          "verdict": null,
          "step": null,
          "step_below_1": null,
          "changes": []
        }
    "#]]);
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
    folder.complains(&["diff", "v1..v9", "inner/errors.json"], &expect![[r#"
        error: git has no v9:inner/errors.json: invalid object name 'v9': name a revision and a file that are there
    "#]]);
    folder.complains(&["diff", "v1:none.json", "inner/errors.json"], &expect![[r#"
        error: git has no v1:none.json: path 'none.json' does not exist in 'v1': name a revision and a file that are there
    "#]]);
    // What git would take for an option.
    folder.complains(&["diff", "--", "--help..v1", "inner/errors.json"], &expect![[r#"
        error: `--help` is no revision of git: write, as an example, `v1.0..v1.1`, or `v1.0..` for the file as it is now
    "#]]);
    folder.complains(&["diff", "--", "--batch:x", "inner/errors.json"], &expect![[r#"
        error: `--batch` is no revision of git: write, as an example, `v1.0..v1.1`, or `v1.0..` for the file as it is now
    "#]]);
    folder.complains(&["diff", "v1...v2", "inner/errors.json"], &expect![[r#"
        error: `v1...v2` is no revision of git: write, as an example, `v1.0..v1.1`, or `v1.0..` for the file as it is now
    "#]]);
}

#[test]
fn explain_says_what_an_error_means() {
    let folder = Folder::new("explain");
    folder.write("errors.json", &orders());
    folder.prints(&["explain", "OutOfStock"], 0, &expect![[r#"
        Again  orders::Again
        Built from responses.

        Facts
          code     OutOfStock
          service  orders  from OrdersError

        Is a
          NetworkError < OrdersError

        Catch it
          catch!(error => { e: Again => …, _ => … })    // its values, as Again
          catch!(error => { e is Again => …, _ => … })  // and those of all classes below

        OutOfStock  orders::OutOfStock
        Built from responses.

          There is nothing left of it.

          Order something else.

        Facts
          code     OutOfStock
          service  orders  from OrdersError
          status   409
          fault    client
          retry    never

        Is a
          OrdersError
          also Conflict

        Recognised by
          code = "SoldOut"
          code = "Stock*"

        Carries
          the member `sku`: String, written when rendered; A-7, A-8, or others
            What is gone.

        Catch it
          catch!(error => { e: OutOfStock => …, _ => … })    // its values, as OutOfStock
          catch!(error => { e is OutOfStock => …, _ => … })  // and those of all classes below
    "#]]);
    folder.prints(&["explain", "StockUnknown"], 0, &expect![[r#"
        OutOfStock  orders::OutOfStock
        Built from responses.
        `StockUnknown` begins as its codes do: see the rules

          There is nothing left of it.

          Order something else.

        Facts
          code     OutOfStock
          service  orders  from OrdersError
          status   409
          fault    client
          retry    never

        Is a
          OrdersError
          also Conflict

        Recognised by
          code = "SoldOut"
          code = "Stock*"

        Carries
          the member `sku`: String, written when rendered; A-7, A-8, or others
            What is gone.

        Catch it
          catch!(error => { e: OutOfStock => …, _ => … })    // its values, as OutOfStock
          catch!(error => { e is OutOfStock => …, _ => … })  // and those of all classes below
    "#]]);
    folder.prints(&["explain", "Refused"], 0, &expect![[r#"
        Refusal::Refused  orders::Refusal::Refused
        Made by the program itself, never from a response.

        Facts
          code     Refused
          service  orders  from OrdersError

        Is a
          OrdersError

        Catch it
          match error.downcast_ref::<Refusal>() { Some(Refusal::Refused { .. }) => …, _ => … }
    "#]]);
    folder.prints(&["explain", "NetworkError"], 0, &expect![[r#"
        NetworkError  orders::NetworkError
        A category: it has no values of its own.

        Facts
          service  orders  from OrdersError

        Is a
          OrdersError

        Catch it
          catch!(error => { e is NetworkError => …, _ => … })
          error.is_a::<NetworkError>()
    "#]]);
    folder.complains(&["explain", "outofstok"], &expect![[r#"
        error: no error of errors.json has the code or the name `outofstok`: did you mean `OutOfStock`?
    "#]]);
    folder.complains(&["explain", "Zzz"], &expect![[r#"
        error: no error of errors.json has the code or the name `Zzz`
    "#]]);
}

#[test]
fn explain_for_programs() {
    let folder = Folder::new("explain-json");
    folder.write("errors.json", &orders());
    folder.prints(&["explain", "SoldOut", "--format", "json"], 0, &expect![[r#"
        {
          "asked": "SoldOut",
          "classes": [
            {
              "class": "orders::OutOfStock",
              "name": "OutOfStock",
              "kind": "wire",
              "found_by": "alias",
              "docs": "There is nothing left of it.\n\nOrder something else.",
              "facts": [
                {
                  "name": "code",
                  "value": "OutOfStock",
                  "inherited_from": null
                },
                {
                  "name": "service",
                  "value": "orders",
                  "inherited_from": "orders::OrdersError"
                },
                {
                  "name": "status",
                  "value": "409",
                  "inherited_from": null
                },
                {
                  "name": "fault",
                  "value": "client",
                  "inherited_from": null
                },
                {
                  "name": "retry",
                  "value": "never",
                  "inherited_from": null
                }
              ],
              "lineage": [
                "orders::OrdersError"
              ],
              "also": [
                "errtax_core::category::Conflict"
              ],
              "rules": [
                {
                  "code": "SoldOut"
                },
                {
                  "prefix": "Stock"
                }
              ],
              "members": [
                {
                  "place": "member",
                  "name": "sku",
                  "type": "String",
                  "optional": false,
                  "out": true,
                  "values": {
                    "known": [
                      "A-7",
                      "A-8"
                    ],
                    "open": true
                  },
                  "docs": "What is gone."
                }
              ],
              "catch": [
                "catch!(error => { e: OutOfStock => …, _ => … })    // its values, as OutOfStock",
                "catch!(error => { e is OutOfStock => …, _ => … })  // and those of all classes below"
              ]
            }
          ]
        }
    "#]]);
}

#[test]
fn tree_shows_every_class() {
    let folder = Folder::new("tree");
    folder.write("errors.json", &orders());
    folder.prints(&["tree"], 0, &expect![[r#"
        OrdersError
        ├── NetworkError                       category
        │   └── Again         OutOfStock
        ├── OutOfStock        OutOfStock  409  never retried, also Conflict
        └── Refusal::Refused  Refused          local
    "#]]);
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

#[test]
fn what_cannot_be_done_says_what_to_do() {
    let folder = Folder::new("complaints");
    folder.complains(&["tree"], &expect![[r#"
        error: there is no file errors.json: name another one, or write it with `ERRTAX_UPDATE=1 cargo test` where a test calls `errtax::contract::check`
    "#]]);
    std::fs::write(folder.0.join("errors.json"), &SAMPLE[..400]).unwrap();
    folder.complains(&["tree"], &expect![[r#"
        error: errors.json:18:10: the file ends too early: restore it, or let `ERRTAX_UPDATE=1 cargo test` write it anew
    "#]]);
    std::fs::write(folder.0.join("errors.json"), SAMPLE.replace("\"errtax_contract\": 1", "\"errtax_contract\": 9"))
        .unwrap();
    folder.complains(&["explain", "OutOfStock"], &expect![[r#"
        error: errors.json:2:3: the file has version 9 of the format, this errtax reads up to 1: it was written by a newer errtax: update this one
    "#]]);
    std::fs::write(folder.0.join("errors.json"), [0xff, 0xfe]).unwrap();
    folder.complains(&["tree"], &expect![[r#"
        error: errors.json cannot be read: stream did not contain valid UTF-8
    "#]]);
    folder.complains(&["tree", "--format", "xml"], &expect![[r#"
        error: invalid value 'xml' for '--format <FORMAT>'
          [possible values: text, json]

        For more information, try '--help'.
    "#]]);
    folder.complains(&["diff", "errors.json"], &expect![[r#"
        error: the following required arguments were not provided:
          <NEW>

        Usage: cargo errtax diff [OPTIONS] <OLD> <NEW>
               cargo errtax diff [OPTIONS] <REVISION>..[REVISION] <FILE>

        For more information, try '--help'.
    "#]]);
}

#[test]
fn nothing_of_a_file_steers_a_terminal() {
    let folder = Folder::new("hostile");
    let mut contract = orders();
    let class = contract.classes.get_mut("orders::OutOfStock").unwrap();
    class.name = "\u{1b}[2JGone\u{202e}\n".to_owned();
    class.docs = "\u{1b}]8;;http://x\u{7}\n\u{9b}2J".to_owned();
    class.code = Some("\u{1b}[31mX".to_owned());
    class.members[0].r#type = "\u{1b}c".to_owned();
    class.rules[0].code = Some("Y\u{1b}[2J".to_owned());
    let mut old = contract.clone();
    old.classes.get_mut("orders::OutOfStock").unwrap().code = Some("\u{1b}[32mW".to_owned());
    folder.write("errors.json", &contract).write("old.json", &old);
    for format in ["text", "json"] {
        for command in [
            &["tree"][..],
            &["explain", "\u{1b}[31mX"],
            &["explain", "\u{1b}none"],
            &["diff", "old.json", "errors.json"],
        ] {
            let output = folder.run(&[command, &["--format", format, "--color", "never"]].concat());
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert!(!said.is_empty() && !said.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{said:?}");
            let output = folder.run(&[command, &["--format", format, "--color", "always"]].concat());
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            let foreign = ["\u{1b}[2J", "\u{1b}]8", "\u{1b}c", "\u{202e}", "\u{9b}"];
            assert!(foreign.iter().all(|escape| !said.contains(escape)), "{said:?}");
        }
    }
}

#[test]
fn help_says_what_there_is() {
    let folder = Folder::new("help");
    folder.prints(&["--help"], 0, &expect![[r#"
        Compares, explains and shows the contracts of error trees

        Usage: cargo errtax [OPTIONS] <COMMAND>

        Commands:
          diff     Says what changed between two contracts, and which step the next version takes
          explain  Says what an error means: its docs, facts, rules, members, and how to catch it
          tree     Shows every class of a tree: its code, its status, and whether to try again

        Options:
              --format <FORMAT>  Write the answer for people, or for programs [default: text] [possible values: text, json]
              --color <WHEN>     Colour the answer: `auto` does on a terminal, unless NO_COLOR is set [default: auto] [possible values: auto, always, never]
          -h, --help             Print help
          -V, --version          Print version

        A contract is the file that `errtax::contract::check` holds a tree to.
        Exit codes: 0, or 1 where `diff` found a breaking change; 2 where the command could not do what was asked.
    "#]]);
    folder.prints(&["diff", "--help"], 0, &expect![[r#"
        Says what changed between two contracts, and which step the next version takes

        Usage: cargo errtax diff [OPTIONS] <OLD> <NEW>
               cargo errtax diff [OPTIONS] <REVISION>..[REVISION] <FILE>

        Arguments:
          <OLD>  The old contract: a file, or REVISION:PATH as git reads it; or two revisions, as in v1.0..v1.1
          <NEW>  The new contract, likewise; or the file whose revisions are compared

        Options:
              --format <FORMAT>  Write the answer for people, or for programs [default: text] [possible values: text, json]
              --color <WHEN>     Colour the answer: `auto` does on a terminal, unless NO_COLOR is set [default: auto] [possible values: auto, always, never]
          -h, --help             Print help

        Examples:
          cargo errtax diff v1.0..v1.1 errors.json         two revisions of a file
          cargo errtax diff v1.0.. errors.json             a revision, and the file as it is now
          cargo errtax diff HEAD:./errors.json errors.json the same, of the last commit
          cargo errtax diff old.json new.json              two files

        Exit code 1: a change is breaking.
    "#]]);
    folder.prints(&["explain", "--help"], 0, &expect![[r#"
        Says what an error means: its docs, facts, rules, members, and how to catch it

        Usage: cargo errtax explain [OPTIONS] <CODE>

        Arguments:
          <CODE>  A code on the wire, or the name of a class

        Options:
              --contract <FILE>  The contract: a file, or REVISION:PATH as git reads it [default: errors.json]
              --format <FORMAT>  Write the answer for people, or for programs [default: text] [possible values: text, json]
              --color <WHEN>     Colour the answer: `auto` does on a terminal, unless NO_COLOR is set [default: auto] [possible values: auto, always, never]
          -h, --help             Print help
    "#]]);
    folder.prints(&["tree", "--help"], 0, &expect![[r#"
        Shows every class of a tree: its code, its status, and whether to try again

        Usage: cargo errtax tree [OPTIONS]

        Options:
              --contract <FILE>  The contract: a file, or REVISION:PATH as git reads it [default: errors.json]
              --format <FORMAT>  Write the answer for people, or for programs [default: text] [possible values: text, json]
              --color <WHEN>     Colour the answer: `auto` does on a terminal, unless NO_COLOR is set [default: auto] [possible values: auto, always, never]
          -h, --help             Print help
    "#]]);
}
