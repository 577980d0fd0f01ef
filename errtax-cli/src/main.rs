//! `cargo errtax`: what changed between two contracts, what an error means, and what a tree looks like.

#![forbid(unsafe_code)]

mod args;
mod diff;
mod explain;
mod failure;
mod output;
mod source;
mod tree;

use std::process::ExitCode;

use self::failure::Failure;
use self::output::Output;

fn main() -> ExitCode {
    let typed: Vec<_> = args::without_cargo(std::env::args_os()).collect();
    let arguments = match args::command().try_get_matches_from(&typed) {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() && args::ask_for_json(&typed) => {
            output::complain_as_json(error.to_string().trim_start_matches("error: ").trim_end());
            return ExitCode::from(2);
        }
        Err(error) => error.exit(),
    };
    match run(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            output::complain(&arguments, &failure);
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &clap::ArgMatches) -> Result<ExitCode, Failure> {
    let mut output = Output::new(arguments);
    match arguments.subcommand() {
        Some(("diff", arguments)) => diff::run(arguments, &mut output),
        Some(("explain", arguments)) => explain::run(arguments, &mut output),
        Some(("tree", arguments)) => tree::run(arguments, &mut output),
        // clap asks for one of these.
        _ => Ok(ExitCode::from(2)),
    }
}
