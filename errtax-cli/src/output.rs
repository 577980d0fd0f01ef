//! Where answers and complaints go.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::ArgMatches;
use errtax_contract::{shown, shown_json};
use serde::Serialize;

use crate::failure::Failure;

/// How parts of an answer look; where no colours are wanted, the stream takes them away.
pub(crate) const NAME: Style = Style::new().bold();
pub(crate) const CODE: Style = AnsiColor::Cyan.on_default();
pub(crate) const STATUS: Style = AnsiColor::Yellow.on_default();
pub(crate) const ASIDE: Style = Style::new().dimmed();
const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Where the answer goes, and in which form.
pub(crate) struct Output {
    stream: AutoStream<io::Stdout>,
    pub(crate) is_json: bool,
}

impl Output {
    pub(crate) fn new(arguments: &ArgMatches) -> Self {
        let stream = match choice(arguments) {
            ColorChoice::Auto => AutoStream::auto(io::stdout()),
            chosen => AutoStream::new(io::stdout(), chosen),
        };
        Self { stream, is_json: is_json(arguments) }
    }

    /// Writes an answer for people: texts of others in it have gone through [`shown`].
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Failure> {
        let written = writeln!(self.stream, "{}", text.trim_end()).and_then(|()| self.stream.flush());
        match written {
            // Whoever read it, as `head` does, has enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(Failure::Write),
        }
    }

    /// Writes an answer for programs.
    pub(crate) fn json(&mut self, answer: &impl Serialize) -> Result<(), Failure> {
        let json = serde_json::to_string_pretty(answer).map_err(|error| Failure::Write(error.into()))?;
        self.text(&shown_json(&json))
    }
}

/// Says on the standard error why there is no answer. A contract, a path or git may have put anything into it.
pub(crate) fn complain(arguments: &ArgMatches, failure: &Failure) {
    if is_json(arguments) {
        return complain_as_json(&failure.to_string());
    }
    let mut stream = match choice(arguments) {
        ColorChoice::Auto => AutoStream::auto(io::stderr()),
        chosen => AutoStream::new(io::stderr(), chosen),
    };
    // There is nowhere left to say that it failed.
    let _ = writeln!(stream, "{ERROR}error{ERROR:#}: {}", shown(&failure.to_string()));
}

/// The same for programs: `{"error": "…"}` on one line.
pub(crate) fn complain_as_json(why: &str) {
    let _ = writeln!(io::stderr(), "{}", shown_json(&serde_json::json!({ "error": why }).to_string()));
}

fn is_json(arguments: &ArgMatches) -> bool {
    arguments.get_one::<String>("format").is_some_and(|format| format == "json")
}

fn choice(arguments: &ArgMatches) -> ColorChoice {
    match arguments.get_one::<String>("color").map(String::as_str) {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}
