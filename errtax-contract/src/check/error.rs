//! Why a tree does not hold to its file.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::diff::Changes;
use crate::file::FormatError;
use crate::text::{Plain, shown};

/// Why a tree does not hold to its file, and what to do.
#[derive(Debug)]
pub struct CheckError {
    path: PathBuf,
    pub(super) problem: Problem,
}

#[derive(Debug)]
pub(super) enum Problem {
    Empty(String),
    Twice(String),
    Missing,
    Read(std::io::Error),
    Write(std::io::Error),
    Format(FormatError),
    Changed(Changes),
}

impl CheckError {
    pub(super) fn new(path: &Path, problem: Problem) -> Self {
        Self { path: path.to_owned(), problem }
    }

    /// The file.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, compare};
    /// # let contract = Contract::from_json(SAMPLE)?;
    /// let error = compare(&contract, "/no/such/errors.json").unwrap_err();
    /// assert_eq!(error.path().file_name().unwrap(), "errors.json");
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What differs, where the file could be compared.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, compare};
    /// # let contract = Contract::from_json(SAMPLE)?;
    /// let error = compare(&contract, "/no/such/errors.json").unwrap_err();
    /// assert!(error.changes().is_none());
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn changes(&self) -> Option<&Changes> {
        match &self.problem {
            Problem::Changed(changes) => Some(changes),
            _ => None,
        }
    }

    /// The message with the colours of a terminal, as ANSI escapes.
    ///
    /// ```
    /// # use errtax::contract::{Contract, SAMPLE, compare};
    /// # let contract = Contract::from_json(SAMPLE)?;
    /// let error = compare(&contract, "/no/such/errors.json").unwrap_err();
    /// assert_eq!(error.to_ansi(), error.to_string());
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn to_ansi(&self) -> String {
        match &self.problem {
            Problem::Changed(changes) => self.changed(&changes.to_ansi()),
            _ => self.to_string(),
        }
    }

    fn changed(&self, report: &str) -> String {
        format!(
            "the classes differ from their contract, {}\n\n{report}\n\nIf this is meant, write the file anew with \
             `ERRTAX_UPDATE=1 cargo test`, and commit it with the change.",
            self.shown_path()
        )
    }

    fn shown_path(&self) -> String {
        shown(&self.path.display().to_string())
    }
}

impl fmt::Display for CheckError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.shown_path();
        match &self.problem {
            Problem::Empty(root) => write!(
                f,
                "no class stands below `{}`, so that {path} would promise nothing: is the crate with the classes linked \
                 and named (`use that_crate as _;`)?",
                Plain(root)
            ),
            Problem::Twice(id) => write!(
                f,
                "two classes have the identity `{}`, and {path} has room for one: give one of them another, \
                 `#[service_error(id = \"…\")]`",
                Plain(id)
            ),
            Problem::Missing => write!(
                f,
                "there is no contract {path}: write it with `ERRTAX_UPDATE=1 cargo test`, read it, and commit it"
            ),
            Problem::Read(error) => write!(f, "the contract {path} cannot be read: {error}"),
            Problem::Write(error) => write!(f, "the contract {path} cannot be written, and is as it was: {error}"),
            Problem::Format(error) => write!(f, "{path}:{error}"),
            Problem::Changed(changes) => f.write_str(&self.changed(&changes.to_string())),
        }
    }
}

impl std::error::Error for CheckError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            // The message says them already.
            Problem::Empty(_) | Problem::Twice(_) | Problem::Missing | Problem::Format(_) | Problem::Changed(_) => None,
            Problem::Read(error) | Problem::Write(error) => error.source(),
        }
    }
}
