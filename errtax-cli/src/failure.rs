//! Why a command could not do what was asked, and what to do.

use std::io;

use errtax_contract::FormatError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{0}:{1}")]
    Format(String, FormatError),
    #[error(
        "there is no file {0}: name another one, or write it with `ERRTAX_UPDATE=1 cargo test` where a test calls \
         `errtax::contract::check`"
    )]
    Missing(String),
    #[error("{0} cannot be read: {1}")]
    Read(String, io::Error),
    #[error("git cannot be started, to read {0}: {1}: install it, or compare two files")]
    NoGit(String, io::Error),
    #[error("git has no {0}: {1}: name a revision and a file that are there")]
    Git(String, String),
    #[error("`{0}` is no revision of git: write, as an example, `v1.0..v1.1`, or `v1.0..` for the file as it is now")]
    Revision(String),
    #[error("no error of {contract} has the code or the name `{asked}`{}", .alike.as_ref().map(|alike| format!(": did you mean `{alike}`?")).unwrap_or_default())]
    NoCode { contract: String, asked: String, alike: Option<String> },
    #[error("the answer cannot be written: {0}")]
    Write(io::Error),
}
