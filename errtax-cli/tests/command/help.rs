//! What `--help` prints.

use expect_test::expect;

use super::Folder;

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
        Exit codes: 0, or 1 where `diff` found a breaking change; 2 where the command could not do what was asked,
        which it says on the standard error: with `--format json` as {"error": "…"}.
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

        Usage: cargo errtax explain [OPTIONS] <CODE> [FILE]

        Arguments:
          <CODE>  A code on the wire, or the name of a class
          [FILE]  The contract: a file, or REVISION:PATH as git reads it [default: errors.json]

        Options:
              --contract <FILE>  The same as FILE [default: errors.json]
              --format <FORMAT>  Write the answer for people, or for programs [default: text] [possible values: text, json]
              --color <WHEN>     Colour the answer: `auto` does on a terminal, unless NO_COLOR is set [default: auto] [possible values: auto, always, never]
          -h, --help             Print help
    "#]]);
    folder.prints(&["tree", "--help"], 0, &expect![[r#"
        Shows every class of a tree: its code, its status, and whether to try again

        Usage: cargo errtax tree [OPTIONS] [FILE]

        Arguments:
          [FILE]  The contract: a file, or REVISION:PATH as git reads it [default: errors.json]

        Options:
              --contract <FILE>  The same as FILE [default: errors.json]
              --format <FORMAT>  Write the answer for people, or for programs [default: text] [possible values: text, json]
              --color <WHEN>     Colour the answer: `auto` does on a terminal, unless NO_COLOR is set [default: auto] [possible values: auto, always, never]
          -h, --help             Print help
    "#]]);
}
