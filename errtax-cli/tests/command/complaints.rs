//! What cannot be done, and what may not be said.

use errtax_contract::SAMPLE;
use expect_test::expect;

use super::{Folder, orders};

#[test]
fn what_cannot_be_done_says_what_to_do() {
    let folder = Folder::new("complaints");
    folder.complains(&["tree"], &expect![[r#"
        error: there is no file errors.json: name another one, or write it with `ERRTAX_UPDATE=1 cargo test` where a test calls `errtax::contract::check`
    "#]]);
    std::fs::write(folder.0.join("errors.json"), &SAMPLE[..400]).unwrap();
    folder.complains(
        &["tree"],
        &expect![[r#"
        error: errors.json:18:10: the file ends too early: restore it, or let `ERRTAX_UPDATE=1 cargo test` write it anew
    "#]],
    );
    std::fs::write(folder.0.join("errors.json"), SAMPLE.replace("\"errtax_contract\": 1", "\"errtax_contract\": 9"))
        .unwrap();
    folder.complains(&["explain", "OutOfStock"], &expect![[r#"
        error: errors.json:2:3: the file has version 9 of the format, this errtax reads up to 1: it was written by a newer errtax: update this one
    "#]]);
    std::fs::write(folder.0.join("errors.json"), [0xff, 0xfe]).unwrap();
    folder.complains(
        &["tree"],
        &expect![[r#"
        error: errors.json cannot be read: stream did not contain valid UTF-8
    "#]],
    );
    folder.complains(
        &["tree", "--format", "xml"],
        &expect![[r#"
        error: invalid value 'xml' for '--format <FORMAT>'
          [possible values: text, json]

        For more information, try '--help'.
    "#]],
    );
    folder.complains(
        &["diff", "errors.json"],
        &expect![[r#"
        error: the following required arguments were not provided:
          <NEW>

        Usage: cargo errtax diff [OPTIONS] <OLD> <NEW>
               cargo errtax diff [OPTIONS] <REVISION>..[REVISION] <FILE>

        For more information, try '--help'.
    "#]],
    );
}

#[test]
fn a_program_reads_why_there_is_no_answer() {
    let folder = Folder::new("complaints-json");
    folder.complains(&["tree", "none\u{1b}.json", "--format", "json"], &expect![[r#"
        {"error":"there is no file none\u001b.json: name another one, or write it with `ERRTAX_UPDATE=1 cargo test` where a test calls `errtax::contract::check`"}
    "#]]);
    folder.write("errors.json", &orders());
    folder.complains(
        &["--format=json", "explain", "OutOfStok"],
        &expect![[r#"
        {"error":"no error of errors.json has the code or the name `OutOfStok`: did you mean `OutOfStock`?"}
    "#]],
    );
    for format in [&["--format", "json"][..], &["--format=json"]] {
        let output = folder.run(&[&["tree", "--all"], format].concat());
        let answer: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
        let why = answer["error"].as_str().unwrap();
        assert!(why.starts_with("unexpected argument '--all' found"), "{why}");
        assert_eq!((output.stdout, output.status.code()), (vec![], Some(2)));
    }
    assert!(folder.run(&["tree", "--help", "--format", "json"]).stdout.starts_with(b"Shows every class"));
    folder.complains(
        &["tree", "errors.json", "--contract", "errors.json"],
        &expect![[r#"
        error: the argument '[FILE]' cannot be used with '--contract <FILE>'

        Usage: cargo errtax tree <FILE>

        For more information, try '--help'.
    "#]],
    );
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
