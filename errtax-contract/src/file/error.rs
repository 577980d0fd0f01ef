//! What is wrong with a file, where, and what to do about it.

use std::fmt;

use super::place::Place;
use super::{MAX_BYTES, VERSION};
use crate::text::Plain;

/// Why a text is no contract.
///
/// ```
/// let error = errtax::contract::Contract::from_json("{\"errtax_contract\": 7}").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "1:2: the file has version 7 of the format, this errtax reads up to 1: it was written by a newer errtax: update \
///      this one",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    place: Place,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    TooLarge(usize),
    Conflict,
    NoContract,
    Newer(u64),
    OldVersion(u64),
    Cut,
    Json(String),
    TooManyClasses(usize),
    NoRoot(String),
    OutsideRoot(String),
    NoClass { class: String, ancestor: String },
    Cycle(String),
    TooManyAncestors(String),
    Astray { class: String, root: String },
    Status { class: String, status: u16 },
}

impl FormatError {
    pub(super) fn new(place: Place, problem: Problem) -> Self {
        Self { place, problem }
    }

    /// What serde found, in a part of the file that begins at `place`.
    pub(super) fn json(place: Place, error: &serde_json::Error) -> Self {
        let place = place.within(error);
        let problem = if error.is_eof() { Problem::Cut } else { Problem::Json(without_place(error)) };
        Self { place, problem }
    }

    /// Of a text that is something else.
    pub(super) fn no_contract() -> Self {
        Self::new(Place { line: 1, column: 1 }, Problem::NoContract)
    }

    /// Whether a newer errtax may read what it is about.
    pub(super) fn is_beyond_us(&self) -> bool {
        matches!(self.problem, Problem::Newer(_) | Problem::TooLarge(_))
    }

    /// The line of the file, from 1.
    ///
    /// ```
    /// assert_eq!(errtax::contract::Contract::from_json("{\n}").unwrap_err().line(), 1);
    /// ```
    pub fn line(&self) -> usize {
        self.place.line
    }

    /// The column of the line, from 1.
    ///
    /// ```
    /// assert_eq!(errtax::contract::Contract::from_json("{\n  \"root\": ").unwrap_err().column(), 10);
    /// ```
    pub fn column(&self) -> usize {
        self.place.column
    }
}

/// serde says the place at the end of its message; it is said before ours.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let end = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&end).unwrap_or(&message).to_owned()
}

impl std::error::Error for FormatError {}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.place.line, self.place.column, self.problem)
    }
}

/// How each message about a file that was changed by hand ends.
const AGAIN: &str = "correct it, or let `ERRTAX_UPDATE=1 cargo test` write the file anew";

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => {
                write!(f, "the file has {bytes} bytes, and a contract at most {MAX_BYTES}: is it the right file?")
            }
            Self::Conflict => write!(
                f,
                "the file holds a merge conflict: let `ERRTAX_UPDATE=1 cargo test` write it anew from the merged code"
            ),
            Self::NoContract => write!(
                f,
                "the file is no contract of errtax, which has a version number `errtax_contract`: is it the right file?"
            ),
            Self::Newer(version) => write!(
                f,
                "the file has version {version} of the format, this errtax reads up to {VERSION}: it was written by a \
                 newer errtax: update this one"
            ),
            Self::OldVersion(version) => write!(f, "there is no version {version} of the format: {AGAIN}"),
            Self::Cut => {
                write!(f, "the file ends too early: restore it, or let `ERRTAX_UPDATE=1 cargo test` write it anew")
            }
            Self::Json(message) => write!(f, "{}: {AGAIN}", Plain(message)),
            Self::TooManyClasses(most) => write!(f, "the file has more than {most} classes: is it the right file?"),
            Self::NoRoot(root) => write!(f, "the root `{}` is no class of the file: {AGAIN}", Plain(root)),
            Self::OutsideRoot(root) => {
                write!(f, "the root `{}` is said to stand outside of its tree: {AGAIN}", Plain(root))
            }
            Self::NoClass { class, ancestor } => {
                write!(
                    f,
                    "`{}` descends from `{}`, which is no class of the file: {AGAIN}",
                    Plain(class),
                    Plain(ancestor)
                )
            }
            Self::Cycle(class) => write!(f, "`{}` descends from itself: {AGAIN}", Plain(class)),
            Self::TooManyAncestors(class) => {
                write!(f, "`{}` has more than {} ancestors: {AGAIN}", Plain(class), super::MAX_ANCESTORS)
            }
            Self::Astray { class, root } => write!(
                f,
                "`{}` does not descend from the root `{}`, and is not of the kind `outside`: {AGAIN}",
                Plain(class),
                Plain(root)
            ),
            Self::Status { class, status } => {
                write!(f, "`{}` has the status {status}, and statuses of errors are 400 to 599: {AGAIN}", Plain(class))
            }
        }
    }
}
