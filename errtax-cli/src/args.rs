//! The command line: what can be asked, and how that is said in `--help`.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};

/// The arguments as typed: cargo calls `cargo-errtax errtax …` for `cargo errtax …`.
pub(crate) fn without_cargo(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments.enumerate().filter(|(index, argument)| *index != 1 || argument != "errtax").map(|(_, argument)| argument)
}

/// Whether arguments that are wrong in another way ask for an answer for programs.
pub(crate) fn ask_for_json(arguments: &[OsString]) -> bool {
    let is_pair = |pair: &[OsString]| matches!(pair, [key, value] if key == "--format" && value == "json");
    arguments.iter().any(|argument| argument == "--format=json") || arguments.windows(2).any(is_pair)
}

pub(crate) fn command() -> Command {
    Command::new("cargo-errtax")
        .bin_name("cargo errtax")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Compares, explains and shows the contracts of error trees")
        .after_help(
            "A contract is the file that `errtax::contract::check` holds a tree to.\n\
             Exit codes: 0, or 1 where `diff` found a breaking change; 2 where the command could not do what was asked,\n\
             which it says on the standard error: with `--format json` as {\"error\": \"…\"}.",
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("format")
                .long("format")
                .global(true)
                .value_name("FORMAT")
                .value_parser(PossibleValuesParser::new(["text", "json"]))
                .default_value("text")
                .help("Write the answer for people, or for programs"),
        )
        .arg(
            Arg::new("color")
                .long("color")
                .global(true)
                .value_name("WHEN")
                .value_parser(PossibleValuesParser::new(["auto", "always", "never"]))
                .default_value("auto")
                .help("Colour the answer: `auto` does on a terminal, unless NO_COLOR is set"),
        )
        .subcommand(diff())
        .subcommand(explain())
        .subcommand(tree())
}

fn diff() -> Command {
    Command::new("diff")
        .about("Says what changed between two contracts, and which step the next version takes")
        .override_usage(
            "cargo errtax diff [OPTIONS] <OLD> <NEW>\n       cargo errtax diff [OPTIONS] <REVISION>..[REVISION] <FILE>",
        )
        .arg(
            Arg::new("old")
                .value_name("OLD")
                .required(true)
                .help("The old contract: a file, or REVISION:PATH as git reads it; or two revisions, as in v1.0..v1.1"),
        )
        .arg(
            Arg::new("new")
                .value_name("NEW")
                .required(true)
                .help("The new contract, likewise; or the file whose revisions are compared"),
        )
        .after_help(
            "Examples:\n  \
             cargo errtax diff v1.0..v1.1 errors.json         two revisions of a file\n  \
             cargo errtax diff v1.0.. errors.json             a revision, and the file as it is now\n  \
             cargo errtax diff HEAD:./errors.json errors.json the same, of the last commit\n  \
             cargo errtax diff old.json new.json              two files\n\n\
             Exit code 1: a change is breaking.",
        )
}

fn explain() -> Command {
    Command::new("explain")
        .about("Says what an error means: its docs, facts, rules, members, and how to catch it")
        .arg(Arg::new("code").value_name("CODE").required(true).help("A code on the wire, or the name of a class"))
        .arg(file())
        .arg(contract())
}

fn tree() -> Command {
    Command::new("tree")
        .about("Shows every class of a tree: its code, its status, and whether to try again")
        .arg(file())
        .arg(contract())
}

fn file() -> Arg {
    Arg::new("file")
        .value_name("FILE")
        .conflicts_with("contract")
        .help("The contract: a file, or REVISION:PATH as git reads it [default: errors.json]")
}

/// The same as an option, for scripts that name it.
fn contract() -> Arg {
    Arg::new("contract").long("contract").value_name("FILE").default_value("errors.json").help("The same as FILE")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        super::command().debug_assert();
    }
}
